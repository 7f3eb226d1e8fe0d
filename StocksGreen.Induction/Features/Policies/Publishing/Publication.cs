using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>What is to be published, and what was decided about it.</summary>
/// <param name="Policy">The policy of which it is the next version; null for a policy that is new.</param>
/// <param name="Over">The version in force that it was compared with; null for a policy that is new.</param>
/// <param name="SourceName">Name of the file that the text was read from.</param>
/// <param name="Draft">The draft that it comes from and that goes with its publication; null where there is none.</param>
public sealed record Publication(PolicyId? Policy, VersionId? Over, PolicyContent Text, string SourceName, PublishPlan Plan, Guid? Draft = null)
{
    /// <summary>The document that a text without a draft was read from, with the name it had; null where there is a draft, which keeps its own.</summary>
    public byte[]? Document { get; init; }

    /// <summary>A policy that is new.</summary>
    public static Publication First(PolicyContent text, string sourceName, string decidedBy, IReadOnlyList<AudienceDuty> duties) =>
        new(null, null, text, sourceName, PublishPlan.First(decidedBy, duties));
}
