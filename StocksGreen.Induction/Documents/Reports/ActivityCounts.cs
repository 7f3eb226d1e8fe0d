namespace StocksGreen.Induction.Documents.Reports;

/// <summary>What happened between two days, counted from the evidence: entries stay when what they say is deleted on time, so a count never changes.</summary>
/// <param name="From">First day, in Europe/London.</param>
/// <param name="To">Last day.</param>
public sealed record ActivityCounts(DateOnly From, DateOnly To)
{
    public int VersionsPublished { get; init; }

    public int Signatures { get; init; }

    /// <summary>Of the signatures, those on paper.</summary>
    public int OnPaper { get; init; }

    public int Corrections { get; init; }

    /// <summary>Reminders to members of staff that the office recorded, of policies and of briefings.</summary>
    public int StaffReminders { get; init; }

    /// <summary>E-mails with reminders that were put in the outbox.</summary>
    public int MailQueued { get; init; }

    public int BriefingsHeld { get; init; }

    public int QuestionsAsked { get; init; }

    public int QuestionsAnswered { get; init; }

    /// <summary>How many raised something to discuss; never who or what.</summary>
    public int Declarations { get; init; }

    public int DeclarationDecisions { get; init; }

    public int VisitorsReminded { get; init; }

    public int ParentsReminders { get; init; }
}
