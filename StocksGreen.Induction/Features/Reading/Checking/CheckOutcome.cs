using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading.Checking;

/// <summary>What became of an answer.</summary>
public abstract record CheckOutcome
{
    public sealed record Right : CheckOutcome;

    /// <summary>The reader is led back to the part.</summary>
    public sealed record Wrong : CheckOutcome;
}
