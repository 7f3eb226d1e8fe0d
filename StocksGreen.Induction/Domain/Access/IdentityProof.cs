namespace StocksGreen.Induction.Domain.Access;

/// <summary>How and when a person proved who they are.</summary>
/// <param name="Method">"password", "one-time link"; printed on certificates.</param>
/// <param name="At">UTC.</param>
public sealed record IdentityProof(string Method, DateTimeOffset At)
{
    /// <summary>How long a proof is good for signing; after it, the signer proves again who they are.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    public bool IsOld(DateTimeOffset now) => now - At > GoodFor;
}
