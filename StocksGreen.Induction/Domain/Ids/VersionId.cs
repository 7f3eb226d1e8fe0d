namespace StocksGreen.Induction.Domain.Ids;

/// <summary>Names one published version of a policy.</summary>
public readonly record struct VersionId(Guid Value) : IEntityId<VersionId>
{
    public static VersionId New() => new(Guid.NewGuid());

    public static VersionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
