namespace StocksGreen.Induction.Data.Entities;

/// <summary>A short code that signs one person in once, at the school's own device. A person has one at a time, and only its hash is kept.</summary>
public sealed class SignInCode
{
    private SignInCode() { }

    public SignInCode(Guid accountId, string hash, DateTimeOffset expiresAt, Guid? givenId)
    {
        GivenId = givenId;
        AccountId = accountId;
        Hash = hash;
        ExpiresAt = expiresAt;
    }

    public Guid AccountId { get; private set; }

    /// <summary>SHA-256 over account and code.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The sealed record of who made it for the person; null where no one else did.</summary>
    public Guid? GivenId { get; private set; }
}
