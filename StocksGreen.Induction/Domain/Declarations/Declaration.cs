using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Declarations;

/// <summary>That a person has something to discuss. What it is stands in the restricted register once it was discussed.</summary>
[Evidence("DeclarationRaised", "Declarations", "declaration", GoesWithItsFacts = true)]
public sealed record Declaration(Guid Id, DateTimeOffset At, StaffId StaffId, DeclarationReaders Readers) : SealedRecord(Id, At)
{
    public override string Form => "declaration/1";

    /// <summary>Who reads what a person declares.</summary>
    public static DeclarationReaders ReadersOf(Actor declarer) =>
        declarer.Roles.HasFlag(AccessRoles.Headteacher) ? DeclarationReaders.NamedGovernor
        : declarer.Roles.HasFlag(AccessRoles.DesignatedSafeguardingLead) ? DeclarationReaders.Headteacher
        : DeclarationReaders.LeadAndHeadteacher;
}
