namespace StocksGreen.Induction.Domain.Declarations;

/// <summary>A declaration with what was decided and acknowledged.</summary>
/// <param name="Decisions">In the order in which they were recorded: a review may bring another.</param>
public sealed record DeclarationRecord(Declaration Declaration, IReadOnlyList<DeclarationRecord.Decided> Decisions)
{
    /// <summary>The latest decision; null while it is to be discussed.</summary>
    public Decided? Latest => Decisions.Count == 0 ? null : Decisions[^1];

    /// <param name="Acknowledgement">Of the person who declared; null while they have not read it.</param>
    public sealed record Decided(DeclarationDecision Decision, DeclarationAcknowledgement? Acknowledgement);

    /// <summary>Declarations with their decisions, in the order in which they were raised.</summary>
    public static IReadOnlyList<DeclarationRecord> Join(
        IEnumerable<Declaration> declarations,
        IEnumerable<DeclarationDecision> decisions,
        IEnumerable<DeclarationAcknowledgement> acknowledgements
    )
    {
        var read = acknowledgements.OrderBy(row => row.EvidenceNumber).ToLookup(row => row.DecisionId);
        var decided = decisions.OrderBy(row => row.EvidenceNumber).ToLookup(row => row.DeclarationId);
        return
        [
            .. declarations
                .OrderBy(row => row.EvidenceNumber)
                .Select(declaration => new DeclarationRecord(
                    declaration,
                    [.. decided[declaration.Id].Select(decision => new Decided(decision, read[decision.Id].FirstOrDefault()))]
                )),
        ];
    }
}
