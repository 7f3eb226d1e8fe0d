namespace StocksGreen.Induction.Features.Mailing;

/// <summary>What became of asking for mails to be sent.</summary>
public abstract record SendOutcome
{
    /// <param name="People">How many are written to, or were recorded as written to.</param>
    public sealed record Done(int People) : SendOutcome;

    /// <param name="Sentence">Why nothing was done.</param>
    public sealed record Refused(string Sentence) : SendOutcome;

    public sealed record NotFound : SendOutcome;
}
