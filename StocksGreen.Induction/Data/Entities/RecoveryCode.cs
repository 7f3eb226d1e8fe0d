namespace StocksGreen.Induction.Data.Entities;

/// <summary>A code on paper that stands for a lost phone, once. Only its hash is kept, and a used one is gone.</summary>
public sealed class RecoveryCode
{
    private RecoveryCode() { }

    public RecoveryCode(string hash, Guid accountId)
    {
        Hash = hash;
        AccountId = accountId;
    }

    /// <summary>SHA-256 over account and code.</summary>
    public string Hash { get; private set; } = "";

    public Guid AccountId { get; private set; }
}
