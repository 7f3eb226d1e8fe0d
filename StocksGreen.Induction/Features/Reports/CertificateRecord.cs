using System.Globalization;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>
/// Turns the sealed facts of a signature into the lines that the page of proof prints. What a field does not hold stays null and is printed as "not recorded".
/// </summary>
internal static class CertificateRecord
{
    private const string NotShown = "Made; which it was is shown to the signer and to the headteacher";

    private static readonly string[] Approvals = ["approv", "agreed", "adopt", "ratif", "committee", "minute"];

    /// <param name="entry">That sealed them.</param>
    /// <param name="version">That was signed.</param>
    /// <param name="showsDeclaration">False for the office: which of the two was chosen is not its business.</param>
    internal static IReadOnlyList<RecordLine> From(AttestationFacts facts, EvidenceEntry entry, PolicyVersion version, bool showsDeclaration) =>
        [
            new("Who", "Person", facts.Signer.Id.ToString()),
            new("Who", "Work e-mail", facts.Signer.Email),
            new("Who", "Role and group at signing", $"{facts.Signer.JobTitle}; {facts.Signer.Audience}"),
            new("Who", "Identity shown by", $"{Method(facts.Identity)}, {LondonTime.ToWords(facts.Identity.At)}"),
            new("Who", "Shown again for this signature", facts.Identity.ProvedAgain ?? "not needed: the session was fresh"),
            new("What", "Version", $"{facts.Policy.Version}, {InForce(facts.Policy)}"),
            new("What", "Released by", ReleasedBy(facts.Policy)),
            new("What", "Approval, as the policy states it", ApprovalOf(facts.Policy)),
            new("What", "Based on", facts.Policy.BasedOn),
            new("What", "Review at signing", facts.Policy.Review),
            new(
                "What",
                "Original document",
                version.Original is { } original
                    ? Invariant($"“{version.SourceName}”, {original.MediaType}, {original.Bytes} bytes, SHA-256 {original.Sha256}")
                    : null
            ),
            new("What", "Parts of that document", Parts(version)),
            new("What", "Words of that document", version.Fidelity?.CountInWords()),
            Each("What", "Left out of that document", version.Fidelity?.Decided.Select(point => point.ToWords()), "nothing that someone had to decide"),
            new("What", "Language and format", facts.Reading.Format),
            Each("What", "Adjustments", facts.Reading.Adjustments.Select(Adjustment), "none asked for"),
            new("Intention", "Button", Text(facts.Statements.Button)),
            new("Intention", "Declaration", DeclarationLine(facts.Declaration, showsDeclaration)),
            new("Intention", "Drawn signature", facts.Statements.Drawing is null ? "none" : "yes"),
            new("Reading", "Pace", facts.Reading.Pace is { } said && Pace(facts.Reading) is { } measured ? $"{said}: {measured}" : facts.Reading.Pace),
            new(
                "Reading",
                "Opened again after confirming",
                Join(facts.Ledger.Where(part => part.Reopened > 0).Select(part => Invariant($"{part.Heading}: {Times(part.Reopened)}")), "none")
            ),
            new("Reading", "Questions asked", Join(facts.Ledger.SelectMany(part => (part.Questions ?? []).Select(asked => Asked(part, asked))), "none")),
            Each("Reading", "Checks of understanding", facts.Ledger.SelectMany(part => part.Quiz ?? []).Select(Question), "none asked"),
            Each("Briefing", "Talks held by then", facts.Briefings.Select(Briefing), "none by then"),
            new(
                "When",
                "Signed at",
                $"{facts.Time.SignedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)} UTC; {facts.Time.Zone} "
                    + $"({facts.Time.ZoneName}, {facts.Time.Offset}); {facts.Time.Clock}’s clock"
            ),
            new("When", Certificate.TimeStampField, null),
            new("Where", "Network address", Address(facts.Identity)),
            new("Where", "Browser", facts.Identity.Browser),
            new("Where", "Session", facts.Identity.Session),
            new("Path", "Asked by", facts.Path?.AskedBy),
            new("Path", "Rule", facts.Path?.Rule),
            new("Path", "Due", LondonTime.ToWords(facts.Policy.DueOn)),
            Each("Path", "Reminders", facts.Path?.Notices.Select(Notice), "none"),
            new(
                "Path",
                "Pauses",
                facts.Path is null
                    ? null
                    : Join(
                        facts.Path.Pauses.Select(pause =>
                            $"from {LondonTime.ToWords(pause.From)}{(pause.Until is { } until ? $" until {LondonTime.ToWords(until)}" : "")}"
                        ),
                        "none"
                    )
            ),
            new(
                "Path",
                "Exemption",
                facts.Path?.Exemption is { } exemption ? $"{exemption.Reason} Decided by {exemption.DecidedBy}, from {LondonTime.ToWords(exemption.From)}"
                    : facts.Path is null ? null
                    : "none"
            ),
            new("Path", "Declined", null),
            new("Integrity", "Form and software", $"{facts.Form}, hash {EvidenceHash.Form}; {facts.Software}"),
            new(
                "Integrity",
                "Key and signature of the system",
                entry is { SignedWith: { } key, Signature: { } signature } ? $"the school’s key {key}; {signature}" : null
            ),
            new("Life", "Lawful basis", facts.Life.Basis),
            new("Life", "Kept", facts.Life.Retention),
        ];

    /// <summary>
    /// "Part one of Keeping children safe in education, pages 7–22; chosen by Helen Ashdown, 30 November 2026; 11 parts were left out, 60,000 words".
    /// Null where there was no document.
    /// </summary>
    private static string? Parts(PolicyVersion version) =>
        version switch
        {
            { Extract: { } extract } => $"{extract.ToWords()}; chosen by {extract.ChosenBy}, {LondonTime.ToWords(extract.ChosenAt)}; "
                + Invariant($"{extract.LeftOut.Count} {(extract.LeftOut.Count == 1 ? "part" : "parts")} left out, ")
                + Invariant($"{extract.LeftOut.Sum(part => part.Words):N0} words"),
            { Original: not null } => "all of it",
            _ => null,
        };

    /// <summary>"Witnessed by …; entered by … on …".</summary>
    internal static string? OnPaper(AttestationFacts facts) =>
        facts.Paper is { } paper
            ? $"Witnessed by {paper.Witness}; entered by {paper.KeyedInBy} on {LondonTime.ToWords(paper.KeyedInAt)}; scan “{paper.ScanName}”, SHA-256 "
                + $"{paper.ScanHash}"
            : null;

    /// <summary>"password", or "one-time code, which Ruth Pemberton made": whoever made it could have used it.</summary>
    private static string Method(AttestationFacts.IdentityFacts identity) =>
        identity.GivenBy is { } giver ? $"{identity.Method}, which {giver} made" : identity.Method;

    /// <summary>"Password, at 14 September 2026, 15:58 BST; again by password for this signature".</summary>
    internal static string Identity(AttestationFacts facts) =>
        $"{char.ToUpperInvariant(facts.Identity.Method[0])}{Method(facts.Identity)[1..]}, at "
        + $"{LondonTime.ToWords(facts.Identity.At)}{(facts.Identity.ProvedAgain is { } again ? $"; again by {again} for this signature" : "")}";

    /// <summary>Which of the two was chosen, never what it is about.</summary>
    /// <param name="isShown">False for the office.</param>
    internal static string? Declaration(AttestationFacts facts, bool isShown) =>
        facts.Declaration?.Outcome switch
        {
            null => null,
            _ when !isShown => NotShown,
            nameof(DeclarationOutcome.NothingToDeclare) => "Nothing to declare",
            nameof(DeclarationOutcome.SomethingToDiscuss) => "Something to discuss; what it is stands in the restricted register",
            var other => other,
        };

    /// <summary>"3 of 3 answered rightly, 2 at the first attempt".</summary>
    internal static string Understanding(AttestationFacts facts)
    {
        var questions = facts.Ledger.SelectMany(part => part.Quiz ?? []).ToList();
        return facts.Paper is not null ? "On paper; none are asked there"
            : questions.Count == 0 ? "None were asked"
            : Invariant($"{questions.Count} of {questions.Count} answered rightly, {questions.Count(question => question.Attempts == 1)} at the first attempt");
    }

    internal static string Correction(Correction row) =>
        $"{row.What} Reason: {row.Reason} ({row.CorrectedByName}, {LondonTime.ToWords(row.At)}; evidence entry {row.EvidenceNumber})";

    private static string? DeclarationLine(AttestationFacts.DeclarationFacts? declared, bool isShown) =>
        (declared, isShown) switch
        {
            (null, _) => null,
            (_, false) => NotShown,
            ({ Record: { } record }, _) => $"{declared.Statement} (restricted register, {record})",
            _ => declared.Statement,
        };

    /// <summary>
    /// Who approved the policy and when, in its own words. Raw: "Date agreed: September 2024", "Governing Committee: Full Governing Body", "Ratified by:
    /// Resources committee, minute 12".
    /// </summary>
    /// <returns>Null where the policy's head says nothing of it.</returns>
    internal static string? ApprovalOf(AttestationFacts.PolicyFacts policy)
    {
        var stated = policy
            .KeyDetails.Where(detail =>
                detail.Value.Length > 0 && Array.Exists(Approvals, word => detail.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        return stated.Count == 0 ? null : string.Join("; ", stated.Select(detail => $"{detail.Name}: {detail.Value}"));
    }

    /// <summary>"in 11 minutes; about 9 minutes of text"; null where the times do not tell.</summary>
    internal static string? Pace(AttestationFacts.ReadingFacts reading) =>
        reading is { Seconds: { } seconds, Words: { } words }
            ? seconds < 90
                ? Invariant($"in {seconds} seconds; {About(words)}")
                : Invariant($"in {(int)Math.Round(seconds / 60.0)} minutes; {About(words)}")
            : null;

    /// <summary>"192.0.2.7 (connection); Safari on iPhone".</summary>
    internal static string? Place(AttestationFacts.IdentityFacts identity) =>
        (Address(identity), identity.Browser) is var (address, browser) && address is null && browser is null
            ? null
            : string.Join("; ", new[] { address, browser }.OfType<string>());

    /// <summary>"by Helen Ashdown; 14 school days from …; due 28 September 2026".</summary>
    internal static string Path(AttestationFacts facts) =>
        $"{(facts.Path is { } path ? $"by {path.AskedBy}; {path.Rule}" : "by whom was not recorded")}; due {LondonTime.ToWords(facts.Policy.DueOn)}";

    private static string About(int words) =>
        ReadingTime.MinutesFor(words) is var minutes && minutes == 1 ? "about 1 minute of text" : Invariant($"about {minutes} minutes of text");

    private static string? Address(AttestationFacts.IdentityFacts identity) =>
        identity.Address is { } address ? $"{address} ({identity.AddressRule ?? "how it was found was not recorded"})" : null;

    internal static string ReleasedBy(AttestationFacts.PolicyFacts policy) =>
        policy.DecidedBy is { } decided && decided != policy.PublishedBy ? $"{policy.PublishedBy}, on the decision of {decided}" : policy.PublishedBy;

    /// <summary>A field that may have happened several times; null where no one wrote down whether it did.</summary>
    private static RecordLine Each(string group, string name, IEnumerable<string>? items, string none)
    {
        IReadOnlyList<string> all = [.. items ?? []];
        return new(group, name, items is null ? null : Join(all, none)) { Items = all };
    }

    private static string Join(IEnumerable<string> items, string none) => string.Join("; ", items) is { Length: > 0 } joined ? joined : none;

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static string Times(int count) => count == 1 ? "once" : Invariant($"{count} times");

    private static string Adjustment(AttestationFacts.AdjustmentFacts adjustment) =>
        $"{adjustment.Way}, asked {LondonTime.ToWords(adjustment.AskedAt)}: {adjustment.Made ?? "what was done was not recorded"}";

    private static string Asked(AttestationFacts.PartFacts part, AttestationFacts.AskedFacts asked) =>
        Invariant($"{part.Heading}: entry {asked.Question}, {(asked.Answers.Count == 0 ? "not answered" : $"answered in {string.Join(", ", asked.Answers)}")}");

    private static string Question(AttestationFacts.QuizFacts question) =>
        Invariant($"“{question.Text}” (wording {question.Number}): “{question.Answer}”, right at attempt {question.Attempts}, ")
        + LondonTime.ToWords(question.PassedAt);

    private static string Briefing(AttestationFacts.BriefingFacts briefing) =>
        $"{briefing.Title}, {LondonTime.ToWords(briefing.HeldOn)}, by {briefing.BriefedBy}: {string.Join(", ", briefing.Topics)}; confirmed by the "
        + $"briefer {LondonTime.ToWords(briefing.ConfirmedByBrieferAt)}, by the signer "
        + $"{(briefing.ConfirmedBySignerAt is { } at ? LondonTime.ToWords(at) : "not yet")}";

    private static string Notice(AttestationFacts.NoticeFacts notice) =>
        $"{LondonTime.ToWords(notice.At)}, {notice.Channel}, by {notice.By}, delivery {notice.Delivery ?? "not recorded"}";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string InForce(AttestationFacts.PolicyFacts policy) =>
        policy.InForceFrom is { } from
            ? $"published {LondonTime.ToWords(policy.PublishedOn)}, in force from {LondonTime.ToWords(from)}"
            : $"published and in force from {LondonTime.ToWords(policy.PublishedOn)}";
}
