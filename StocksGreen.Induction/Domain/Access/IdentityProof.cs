namespace StocksGreen.Induction.Domain.Access;

/// <summary>How and when a person proved who they are.</summary>
/// <param name="Method">"password", "one-time link"; printed on certificates.</param>
/// <param name="At">UTC.</param>
/// <param name="GivenBy">Who made the link or code that opened the session, where it was someone else: they could be the one who sits there.</param>
public sealed record IdentityProof(string Method, DateTimeOffset At, string? GivenBy = null)
{
    /// <summary>How long a proof is good for signing; after it, the signer proves again who they are.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    /// <summary>True where no one else could have opened the session by what they had in hand.</summary>
    public bool IsOwn => GivenBy is null;

    public bool IsOld(DateTimeOffset now) => now - At > GoodFor;
}
