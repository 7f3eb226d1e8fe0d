namespace StocksGreen.Induction.Data.Entities;

/// <summary>A link that signs one person in once. Only the hash of its secret is kept.</summary>
public sealed class SignInLink
{
    private SignInLink() { }

    public SignInLink(string hash, Guid accountId, DateTimeOffset expiresAt, Guid? givenId, bool isAskedFor = false)
    {
        IsAskedFor = isAskedFor;
        Hash = hash;
        AccountId = accountId;
        ExpiresAt = expiresAt;
        GivenId = givenId;
    }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public string Hash { get; private set; } = "";

    public Guid AccountId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The sealed record of who made it for the person; null where no one else did.</summary>
    public Guid? GivenId { get; private set; }

    /// <summary>True for one that the person asked for themselves, by e-mail.</summary>
    public bool IsAskedFor { get; private set; }

    /// <summary>UTC; null until used.</summary>
    public DateTimeOffset? UsedAt { get; private set; }
}
