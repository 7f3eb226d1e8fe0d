namespace StocksGreen.Induction.Domain.Policies;

/// <summary>Names a policy through all its versions.</summary>
public readonly record struct PolicyId(Guid Value)
{
    public static PolicyId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();
}
