using System.Globalization;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Tests.Journeys;

namespace StocksGreen.Induction.Tests.Documents;

/// <summary>Records to print, of invented people.</summary>
internal static class DocumentSamples
{
    public static readonly DateTimeOffset SignedAt = new(2026, 9, 14, 15, 5, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset ProducedAt = new(2026, 9, 14, 15, 6, 30, TimeSpan.Zero);

    public static string Hash(char digit) => new(digit, 64);

    public static Certificate Certificate() =>
        new()
        {
            School = "Stocks Green Primary School",
            PolicyTitle = "Social Media Policy",
            VersionLabel = "September 2024",
            PublishedOn = new DateOnly(2026, 9, 1),
            ReleasedBy = "Helen Ashdown",
            Place = "192.0.2.7 (connection); Safari on iPhone",
            FirstKey = Hash('f'),
            NextReview = "October 2025",
            ReviewLine = "In force. Full review overdue since October 2025",
            IsReviewOverdue = true,
            PersonName = "Amelia Okafor",
            Email = "a.okafor@example.org",
            JobTitle = "Teaching assistant",
            Audience = "Employees",
            ReadStatement = "I have read the Social Media Policy.",
            UnderstoodStatement = "I have understood its contents and will follow it.",
            Consent = "I agree to sign electronically.",
            TypedName = "Amelia Okafor",
            Declaration = "Nothing to declare",
            Understanding = "3 of 3 answered rightly, 2 at the first attempt",
            IdentityProof = "Password, at 14 September 2026, 15:58 BST",
            SignedAt = SignedAt,
            Sections =
            [
                .. PartScreen.Headings.Select(
                    (heading, i) =>
                        new CertifiedSection(
                            heading,
                            SignedAt.AddMinutes(i - 20),
                            SignedAt.AddMinutes(i - 19),
                            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)i]))
                        )
                ),
            ],
            TextHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("text"u8)),
            EvidenceNumber = 1284,
            EvidenceHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("entry"u8)),
            PreviousHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("previous"u8)),
            PayloadHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("payload"u8)),
            Dsl = "Peter Hipkiss, Headteacher",
            Governor = "June Cooke",
            AttestationId = new Guid("0192f3c4-8a1b-7c2d-9e3f-4a5b6c7d8e9f"),
            SoftwareVersion = "StocksGreen.Induction 0.1.0",
            CheckAddress =
                "https://induction.stocksgreen.example/check/1284-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("entry"u8))[..12],
        };

    /// <summary>Two strokes on the field of 1000 by 300.</summary>
    public static IReadOnlyList<IReadOnlyList<(int X, int Y)>> Drawing { get; } =
    [
        [.. Enumerable.Range(0, 120).Select(i => (40 + (i * 7), 150 + (int)(90 * Math.Sin(i / 6.0) * Math.Cos(i / 17.0))))],
        [(60, 250), (940, 230)],
    ];

    /// <summary>A signature on paper, entered the day after.</summary>
    public static Certificate OnPaper() =>
        Certificate() with
        {
            OnPaper =
                $"Witnessed by Ruth Pemberton; entered by Ruth Pemberton on 14 September 2026, 16:05 BST; scan “sheet of 3 September.pdf”, SHA-256 {Hash('7')}",
            DatedOnPaper = new DateOnly(2026, 9, 3),
            IdentityProof = "Paper, signed before Ruth Pemberton, at 14 September 2026, 16:05 BST",
            Sections = [],
            Consent = "I sign on paper.",
            Understanding = null,
        };

    /// <summary>A signature of an older version that was taken back.</summary>
    public static Certificate Withdrawn() =>
        Certificate() with
        {
            Withdrawal =
                "The wrong person was signed in. Reason: a colleague had left the tablet open (Helen Ashdown, 15 September 2026, 09:12 BST; evidence "
                + "entry 1290)",
            Corrections =
            [
                "The job title was Class teacher. Reason: promoted on 1 September (Ruth Pemberton, 15 September 2026, 09:20 BST; evidence entry 1291)",
            ],
            Superseded = "version 2 of 16 November 2026",
        };

    /// <summary>A policy in the shape of the school's own: key details, preamble, nested bullets and subsections.</summary>
    public static PolicyContent Policy() =>
        new(
            "Social Media Policy",
            "Stocks Green Primary School",
            [new KeyDetail("Named Governor with lead responsibility", "June Cooke"), new KeyDetail("Date of next full review", "October 2025")],
            [new Paragraph(RichText.FromMarkdown("All members of staff sign to say they have read <u>and</u> understood its contents."))],
            [
                new PolicySection(
                    "1",
                    "Policy aims and scope",
                    1,
                    [List(Bullet("It keeps everyone safe.", "Pupils first.", "Then staff."), Bullet("It applies to all."))]
                ),
                new PolicySection("4", "Staff use of social media", 1, [new Paragraph(RichText.FromPlainText("Staff may use social media at lunchtime."))]),
                new PolicySection("4.1", "Reputation", 2, [List(Bullet("Think before you post."))]),
                new PolicySection("5", "Pupils use of social media", 1, [List(Bullet("Not permitted during school hours."))]),
            ],
            [],
            "KCSIE 2024",
            new ReviewMonth(2025, 10)
        );

    /// <summary>About as long as the school's own policy, and then some.</summary>
    public static PolicyContent LongPolicy(int sections = 24) =>
        Policy() with
        {
            Sections =
            [
                .. Enumerable
                    .Range(1, sections)
                    .Select(i => new PolicySection(
                        i.ToString(CultureInfo.InvariantCulture),
                        "Expectations " + i.ToString(CultureInfo.InvariantCulture),
                        1,
                        [
                            new Paragraph(RichText.FromPlainText(Sentences(i, 6))),
                            List(Bullet(Sentences(i + 3, 3), Sentences(i, 1), Sentences(i + 1, 2)), Bullet(Sentences(i + 5, 2))),
                        ]
                    )),
            ],
        };

    public static GovernorsReport Report() =>
        new()
        {
            School = "Stocks Green Primary School",
            AsAt = new DateOnly(2026, 8, 31),
            SpanName = "Summer term 2026",
            LastEntryAt = new DateTimeOffset(2026, 8, 28, 14, 2, 0, TimeSpan.Zero),
            Overall = new StandingFigures(Signed: 97, Due: 12, Overdue: 9, Paused: 4, Exempt: 2, Left: 3),
            ByAudience =
            [
                new NamedFigures("Employees", new StandingFigures(70, 8, 6, 4, 1, 3)),
                new NamedFigures("Governors", new StandingFigures(18, 1, 1, 0, 0, 0)),
                new NamedFigures("Volunteers", new StandingFigures(9, 3, 2, 0, 1, 0)),
                new NamedFigures("Contractors", new StandingFigures(0, 0, 0, 0, 0, 0)),
            ],
            ByPolicy =
            [
                new NamedFigures("Social Media Policy", new StandingFigures(59, 0, 0, 2, 1, 2)),
                new NamedFigures("Child protection including online safety policy", new StandingFigures(38, 12, 9, 2, 1, 1)),
                new NamedFigures("Staff Code of conduct", new StandingFigures(0, 0, 0, 0, 0, 0)),
            ],
            Overdue = new OverdueByAge(UpToFive: 5, UpToTwenty: 3, OverTwenty: 1),
            Reviews =
            [
                new PolicyReviewLine("Social Media Policy", "September 2024", "October 2025", "In force, review overdue", IsOverdue: true),
                new PolicyReviewLine("Child protection including online safety policy", "September 2026", "September 2027", "In force", IsOverdue: false),
                new PolicyReviewLine("Staff Code of conduct", "Draft", null, "Not published", IsOverdue: false),
            ],
            Trend =
            [
                .. Enumerable
                    .Range(0, 14)
                    .Select(week => new TrendPoint(
                        new DateOnly(2026, 5, 29).AddDays(7 * week),
                        new StandingFigures(20 + (week * 6), 60 - (week * 4), Math.Max(0, 25 - Math.Abs(week - 5)), 4, 2, 3)
                    )),
            ],
            Briefings = new StandingFigures(21, 3, 1, 1, 0, 0),
            Activity = Activity(new DateOnly(2026, 4, 1), new DateOnly(2026, 8, 31)),
            EvidenceEntries = 12_841,
            EvidenceHeadHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("head"u8)),
        };

    /// <summary>The same day, looking back on a year.</summary>
    public static GovernorsReport AnnualReport() =>
        Report() with
        {
            Span = ReportSpan.Year,
            SpanName = "School year 2025/26",
            Trend =
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(month => new TrendPoint(
                        new DateOnly(2025, 9, 1).AddMonths(month + 1).AddDays(-1),
                        new StandingFigures(month * 8, 90 - (month * 7), month, 4, 2, 3)
                    )),
            ],
            Activity = Activity(new DateOnly(2025, 9, 1), new DateOnly(2026, 8, 31)),
            Months =
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(month => Activity(new DateOnly(2025, 9, 1).AddMonths(month), new DateOnly(2025, 9, 1).AddMonths(month + 1).AddDays(-1))),
            ],
            Published =
            [
                new PublishedLine("Social Media Policy", "1", new DateOnly(2025, 9, 3)),
                new PublishedLine("Child protection including online safety policy", "2", new DateOnly(2026, 1, 12)),
            ],
        };

    /// <summary>A school that was set up and has nothing in it.</summary>
    public static GovernorsReport EmptyReport() =>
        new()
        {
            School = "Stocks Green Primary School",
            AsAt = new DateOnly(2026, 9, 14),
            SpanName = "Autumn term 2026",
            IsDayOver = false,
            LastEntryAt = ProducedAt,
            Overall = StandingFigures.None,
            ByAudience = [],
            ByPolicy = [],
            Overdue = new OverdueByAge(0, 0, 0),
            Reviews = [],
            Trend = [new TrendPoint(new DateOnly(2026, 9, 11), StandingFigures.None), new TrendPoint(new DateOnly(2026, 9, 14), StandingFigures.None)],
            Activity = new ActivityCounts(new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 14)),
            EvidenceEntries = 0,
        };

    public static InductionRecord Induction() =>
        new()
        {
            School = "Stocks Green Primary School",
            PersonName = "Siân Łukasz-Żółć Ŵyn",
            JobTitle = "Teaching assistant, Year 3",
            Audience = "Employee",
            StartsOn = new DateOnly(2026, 9, 1),
            Pack = "New teaching assistants",
            AsAt = new DateOnly(2026, 9, 14),
            LastEntryAt = SignedAt,
            Policies =
            [
                new InductionPolicyLine(
                    "Child protection including online safety policy",
                    "2 (1 changed part)",
                    "Overdue",
                    "3 school days late",
                    null,
                    IsLate: true
                ),
                new InductionPolicyLine("Social Media Policy", "1", "Signed", "14 September 2026, 16:05 BST", "1284-923fe53966c6", IsLate: false),
                new InductionPolicyLine("Staff Code of Conduct", "1", "Signed on paper", "3 September 2026, 09:00 BST", "1290-0a1b2c3d4e5f", IsLate: false),
            ],
            Talks =
            [
                new InductionTalkLine(
                    "Safe and responsible use of social media",
                    new DateOnly(2026, 9, 2),
                    ["Privacy settings", "Friend requests from pupils and parents", "Whom to tell"],
                    "Peter Hipkiss",
                    SignedAt.AddDays(-12),
                    "Confirmed 2 September 2026, 16:40 BST",
                    1201
                ),
                new InductionTalkLine(
                    "Fire and first aid",
                    new DateOnly(2026, 9, 3),
                    ["Exits", "First aiders"],
                    "Ruth Pemberton",
                    SignedAt.AddDays(-11),
                    "Not confirmed yet",
                    1207
                ),
            ],
            OpenTalks = ["Fire and first aid: Exits, First aiders; due Tuesday 15 September 2026"],
            EvidenceHeadHash = Hash('b'),
        };

    public static SignOffSheet SignOff(int people) =>
        new()
        {
            School = "Stocks Green Primary School",
            PolicyTitle = "Social Media Policy",
            Version = "1",
            InForceFrom = new DateOnly(2026, 9, 1),
            ReviewLine = "In force. Full review overdue since October 2025",
            IsReviewOverdue = true,
            Statement = "I have read and understood the Social Media Policy (version 1, published 1 September 2026).",
            TextHash = Hash('c'),
            People = [.. Register(people).Rows.Select((row, i) => (row.Name, row.Role, i % 6 == 5 ? "2 changed parts" : null))],
            Signed = 17,
            AsAt = new DateOnly(2026, 9, 14),
            LastEntryAt = SignedAt,
        };

    public static SignInSlips WaysIn(int people) =>
        new()
        {
            School = "Stocks Green Primary School",
            MadeAt = new DateTimeOffset(2026, 9, 14, 8, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2026, 9, 21, 8, 0, 0, TimeSpan.Zero),
            Device = "https://policies.stocksgreen.example/kiosk",
            Slips =
            [
                .. Enumerable
                    .Range(0, people)
                    .Select(i => new SignInSlip(
                        i == 0 ? "Bartholomew Featherstonehaugh-Cholmondeley-Wriothesley" : $"Person {i}",
                        i == 1 ? "" : "Teaching assistant, lunchtime supervisor",
                        $"https://policies.stocksgreen.example/link/{new string('a', 42)}{i % 10}",
                        $"{i:D3} 456"
                    )),
            ],
        };

    public static ReminderSlips Slips(int people) =>
        new()
        {
            School = "Stocks Green Primary School",
            AsAt = new DateOnly(2026, 9, 14),
            For = "People without an e-mail address",
            Address = "https://induction.stocksgreen.example/kiosk",
            Where = "At the school’s own device, https://induction.stocksgreen.example/kiosk, or ask the school office. On paper it can be done too.",
            Slips =
            [
                .. Register(people)
                    .Rows.Select(
                        (row, i) =>
                            new ReminderSlip(
                                row.Name,
                                new DateOnly(2026, 9, 9 + (5 * (i / 8))),
                                [
                                    .. Enumerable
                                        .Range(0, 1 + (i % 4))
                                        .Select(n =>
                                            (
                                                n % 2 == 0 ? "Social Media Policy" : "Child protection including online safety policy",
                                                n == 0 ? "3 school days late" : "due Friday 18 September 2026"
                                            )
                                        ),
                                ]
                            )
                    ),
            ],
            LastEntryAt = SignedAt,
        };

    private static ActivityCounts Activity(DateOnly from, DateOnly to) =>
        new(from, to)
        {
            VersionsPublished = 2,
            Signatures = 97,
            OnPaper = 6,
            Corrections = 1,
            StaffReminders = 41,
            BriefingsHeld = 21,
            QuestionsAsked = 8,
            QuestionsAnswered = 7,
            Declarations = 2,
            DeclarationDecisions = 1,
            VisitorsReminded = 34,
            ParentsReminders = 3,
        };

    public static Register Register(int rows) =>
        new()
        {
            School = "Stocks Green Primary School",
            AsAt = new DateOnly(2026, 9, 14),
            LastEntryAt = SignedAt,
            Overall = new StandingFigures(rows / 2, 0, rows - (rows / 2), 0, 0, 0),
            Rows = [.. Enumerable.Range(0, rows).Select(Row)],
        };

    private static readonly string[] FirstNames = ["Amelia", "José", "Zoë", "Łukasz", "Siân", "Oluwaseun", "Nguyễn", "Fatima", "Ŵyn"];
    private static readonly string[] LastNames = ["Okafor", "O’Brien", "Müller", "Wójcik", "Smith-Jones", "Patel", "Ó Súilleabháin"];
    private static readonly StandingKind[] Standings =
    [
        StandingKind.Signed,
        StandingKind.Signed,
        StandingKind.Overdue,
        StandingKind.Due,
        StandingKind.Paused,
        StandingKind.Signed,
    ];

    private static RegisterRow Row(int i)
    {
        var standing = Standings[i % Standings.Length];
        return new RegisterRow(
            new StaffId(new Guid(i + 1, 0, 0, new byte[8])),
            string.Create(CultureInfo.InvariantCulture, $"{FirstNames[i % FirstNames.Length]} {LastNames[i % LastNames.Length]} {i + 1}"),
            i % 5 == 0 ? "Safeguarding and pastoral care lead" : "Teaching assistant",
            i % 9 == 0 ? "Governors" : "Employees",
            i % 7 == 0 ? "Child protection including online safety policy" : "Social Media Policy",
            "September 2024",
            standing is StandingKind.Paused ? null : new DateOnly(2026, 9, 1).AddDays(i % 28),
            standing,
            standing is StandingKind.Signed ? SignedAt.AddMinutes(i) : null
        );
    }

    private static BulletList List(params ListItem[] bullets) => new(bullets);

    private static ListItem Bullet(string text, params string[] nested) =>
        ListItem.Bullet(RichText.FromPlainText(text), [.. nested.Select(line => ListItem.Bullet(RichText.FromPlainText(line), []))]);

    private static string Sentences(int seed, int count)
    {
        string[] sentences =
        [
            "All members of staff are advised to safeguard themselves and their privacy when using social media.",
            "Concerns will be managed in accordance with the appropriate policies, including anti-bullying and the staff code of conduct.",
            "Any communication from pupils and parents/carers will be reported to the DSL (or deputy) and the headteacher.",
            "The school’s systems are filtered and monitored; further information is in our child protection policy.",
            "Everyone should be treated with kindness, respect and dignity.",
        ];
        return string.Join(' ', Enumerable.Range(seed, count).Select(i => sentences[i % sentences.Length]));
    }
}
