using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Features.Policies.Drafting;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>A draft next to the version in force, with what has been decided so far.</summary>
/// <param name="Comparison">Null for a policy that is new.</param>
/// <param name="Plan">As kept with the draft, or what the school usually does.</param>
/// <param name="Doubts">What someone should look at before publishing, one sentence each.</param>
/// <param name="Asked">Who would be asked; null while something is still undecided.</param>
public sealed record DraftToPublish(
    DraftDetails Details,
    IReadOnlyList<PolicyPart> Parts,
    IReadOnlyList<PartComparison>? Comparison,
    PublishPlan Plan,
    IReadOnlyList<string> Doubts,
    WhoIsAsked? Asked
);
