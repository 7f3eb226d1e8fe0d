using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading.Asking;

/// <summary>What became of a question or a request.</summary>
public abstract record AskOutcome
{
    public sealed record Recorded : AskOutcome;

    /// <param name="Refusals">Every reason, in the order of the form.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : AskOutcome;

    /// <summary>There is no such part for this person.</summary>
    public sealed record NotFound : AskOutcome;
}
