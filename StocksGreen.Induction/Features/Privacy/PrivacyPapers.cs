using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Documents.Privacy;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>Which paper on personal data.</summary>
public enum PrivacyPaperKind
{
    /// <summary>For staff: what is kept about you.</summary>
    Notice,

    /// <summary>Record of processing activities, UK GDPR article 30.</summary>
    Processing,

    /// <summary>Data protection impact assessment, article 35.</summary>
    Assessment,
}

/// <summary>Writes the papers on personal data from the rules of keeping and the school's settings, so that they say what the program does.</summary>
public sealed class PrivacyPapers(IDbContextFactory<InductionDb> factory, MailOptions mail, BackupOptions backups, TimeProvider clock)
{
    private const string Ico = "Information Commissioner’s Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF; ico.org.uk; 0303 123 1113.";

    private static readonly IReadOnlyList<(string Name, string Value)> None = [];

    /// <returns>Null for those who may not see it.</returns>
    public async Task<PrivacyPaper?> ExecuteAsync(Actor actor, PrivacyPaperKind kind, CancellationToken cancellationToken)
    {
        if (kind is PrivacyPaperKind.Notice ? !Permissions.MayRead(actor) : !Permissions.MayKeepPrivacy(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return null;
        }

        var contact = await db.PrivacyContacts.AsNoTracking().OrderByDescending(row => row.EvidenceNumber).FirstOrDefaultAsync(cancellationToken);
        var people = await db.People.CountAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var (title, lead, sections) = kind switch
        {
            PrivacyPaperKind.Notice => (
                "Privacy notice for staff",
                "What the school’s system for policies keeps about you, why, and for how long.",
                Notice(school.Name, contact)
            ),
            PrivacyPaperKind.Processing => (
                "Record of processing",
                "What the school does with personal data in its system for policies (UK GDPR article 30).",
                Processing(school.Name, contact, people)
            ),
            PrivacyPaperKind.Assessment => (
                "Data protection impact assessment",
                "What the system means for the people in it, and what keeps the risk low (UK GDPR article 35). Written"
                    + " by the program for the school to check and sign.",
                Assessment(contact, people)
            ),
        };
        return new PrivacyPaper(
            school.Name,
            title,
            lead,
            now,
            sections,
            CrestImage.FromStored(await db.ReadCrestAsync(now.AddSeconds(1), cancellationToken)),
            school.IsDemonstration
        );
    }

    private static string OfficerOf(PrivacyContact? contact) =>
        contact is null ? "Not entered yet. Ask the school office." : $"{contact.Officer}, {contact.OfficerContact}.";

    private static PrivacySection Text(string heading, params IReadOnlyList<string> paragraphs) => new(heading, paragraphs, None);

    private static PrivacySection Periods() => new("How long each thing is kept", [], [.. RetentionRules.All.Select(rule => (rule.What, rule.Period))]);

    private static IReadOnlyList<PrivacySection> Notice(string school, PrivacyContact? contact) =>
        [
            Text("Who is responsible", $"{school} is the controller: it decides what is kept and why.", $"Data protection officer: {OfficerOf(contact)}"),
            .. RetentionRules
                .All.Where(rule => rule != RetentionRules.Tombstones)
                .Select(rule => new PrivacySection(
                    rule.What,
                    [],
                    [("Why", rule.Why), ("Lawful basis", rule.Basis), ("Who reads it", rule.Readers), ("How long", rule.Period)]
                )),
            Text("Back-ups", BackupWords),
            Text(
                "Your rights",
                "You can see and download everything that is held about you under “My record”, ask there for a"
                    + " correction, and object or ask for deletion by"
                    + " writing to the data protection officer. What you signed is shown with its correction and is not rewritten.",
                "Nothing is decided about you by a machine alone. Nothing is sold, and nothing leaves the school’s own server but e-mails to you."
            ),
            Text(
                "If you are not content",
                $"Tell the school under “My record”. It says within {PrivacyRequest.AnswerDays} days that your"
                    + " complaint has arrived, looks into it without undue"
                    + " delay and tells you what came of it (Data (Use and Access) Act 2025).",
                $"You can also turn to the {Ico}"
            ),
        ];

    private IReadOnlyList<PrivacySection> Processing(string school, PrivacyContact? contact, int people) =>
        [
            new(
                "Controller",
                [],
                [
                    ("School", school),
                    ("Registration with the ICO", contact?.Registration ?? ""),
                    ("Data protection officer", OfficerOf(contact)),
                    ("People concerned", FormattableString.Invariant($"{people:N0} staff, governors and volunteers, present and past; visitors.")),
                    (
                        "Outside recipients",
                        mail.Way is MailTransport.None ? "None: the system sends no e-mail." : "The school’s mail server, for e-mails to people."
                    ),
                    ("Transfers outside the United Kingdom", "None by the program. A mail service may store e-mails elsewhere; see its contract."),
                ]
            ),
            .. RetentionRules.All.Select(rule => new PrivacySection(
                rule.What,
                [],
                [("Purpose", rule.Why), ("Lawful basis", rule.Basis), ("Readers", rule.Readers), ("Kept", rule.Period)]
            )),
            new("Security", [], Measures()),
        ];

    private IReadOnlyList<PrivacySection> Assessment(PrivacyContact? contact, int people) =>
        [
            Text(
                "What is done",
                $"Staff read the school’s policies on a screen and sign them. The system keeps who read and signed"
                    + " what, reminds people, and keeps sealed proof of it. It"
                    + FormattableString.Invariant($" holds {people:N0} people today."),
                "It records times of reading for a short while, so it watches people at work to some degree: that is why this assessment is made."
            ),
            Text(
                "Why it is needed, and why not less",
                "The law asks the school to make sure that staff have read and understood what keeps children safe." + " Without a record it cannot show it.",
                "Less would do for reading times after the signature, so they are deleted then. What someone has to"
                    + " discuss is never written into the signature. No list"
                    + " compares how fast people read."
            ),
            new(
                "Risks, and what lowers them",
                [],
                [
                    (
                        "Someone else signs as a member of staff",
                        "Each sign-in, link and code is recorded with its maker; the person sees it under “My record”;" + " signing asks again who it is."
                    ),
                    (
                        "The office reads what was declared",
                        "Declarations are read by the DSL and the headteacher alone, and each look is recorded; a look" + " that cannot be recorded is refused."
                    ),
                    (
                        "Names leave the school in a file",
                        "Each file with names is recorded with who took it, when and from where; only some roles may take one."
                    ),
                    (
                        "Data is kept for ever",
                        "Every table has a rule; what is due is deleted each night, and a test of the program fails for a table without a rule."
                    ),
                    ("Data is deleted by a wrong clock", "After a gap of more than 60 days nothing is deleted before" + " the headteacher confirms the date."),
                    ("The server is lost", "Back-ups are made, opened again and checked."),
                    ("People feel watched", "They are told before they read, see all that is held, and governors see figures without names."),
                ]
            ),
            new("Measures", [], Measures()),
            Periods(),
            new(
                "Decision of the school",
                ["What remains after these measures is a low risk, in the words of the program. The school decides."],
                [("Data protection officer asked", OfficerOf(contact)), ("Their advice", " "), ("Decided by, and on", " "), ("Looked at again on", " ")]
            ),
        ];

    private IReadOnlyList<(string Name, string Value)> Measures() =>
        [
            ("Access", "By role, asked at each page, file and command. What is not permitted looks as if it were not there."),
            ("Passwords", "Kept as hashes only. Passkeys are offered."),
            ("Record of access", "Append-only, kept two years, read by the headteacher."),
            ("Evidence", "Chained and signed; changes are found by a check that anyone with the server can run."),
            (
                "Back-ups",
                backups.Nightly
                    ? "Each night, opened again and checked; the school’s keys in them are closed with a recovery key."
                    : "Made by hand; a setting has turned the nightly one off."
            ),
            ("In transit", "HTTPS, as the school’s server is set up."),
        ];

    /// <summary>How long deleted data lives on in back-ups.</summary>
    public static string BackupWords =>
        "The last back-up of each of 14 days, 8 weeks and 12 months is kept, so what was deleted may stand in an old"
        + " back-up for up to a year. Back-ups are only"
        + " opened to restore the school’s data; after that, what was due is deleted again in the next night.";
}
