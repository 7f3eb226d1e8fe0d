using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>What came of a change.</summary>
public abstract record DraftEdited
{
    private DraftEdited() { }

    /// <param name="What">What was done, for the button that undoes it.</param>
    public sealed record Done(PolicyContent Text, string What) : DraftEdited
    {
        /// <summary>Parts of the document that are no longer part of the policy.</summary>
        public IReadOnlyList<LeftOutPart> LeftOut { get; init; } = [];
    }

    /// <param name="Errors">Every reason, in the order of the form.</param>
    public sealed record Refused(IReadOnlyList<ValidationError> Errors) : DraftEdited;
}
