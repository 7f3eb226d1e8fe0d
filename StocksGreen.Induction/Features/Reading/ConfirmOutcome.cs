namespace StocksGreen.Induction.Features.Reading;

/// <summary>What comes after a part is confirmed.</summary>
public abstract record ConfirmOutcome
{
    /// <param name="Next">The part to go on with; null when all are confirmed and the signature is next, or is there already.</param>
    public sealed record Confirmed(int? Next) : ConfirmOutcome;

    /// <summary>The part is confirmed, and a question about it is to be answered.</summary>
    public sealed record Quiz : ConfirmOutcome;
}
