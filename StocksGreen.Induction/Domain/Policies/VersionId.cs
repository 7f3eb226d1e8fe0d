namespace StocksGreen.Induction.Domain.Policies;

/// <summary>Names one published version of a policy.</summary>
public readonly record struct VersionId(Guid Value)
{
    public static VersionId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();
}
