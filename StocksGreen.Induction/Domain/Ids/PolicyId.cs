namespace StocksGreen.Induction.Domain.Ids;

/// <summary>Names a policy through all its versions.</summary>
public readonly record struct PolicyId(Guid Value) : IEntityId<PolicyId>
{
    public static PolicyId New() => new(Guid.NewGuid());

    public static PolicyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
