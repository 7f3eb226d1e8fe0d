namespace StocksGreen.Induction.Domain.Ids;

/// <summary>Names a person who is, was or will be at the school.</summary>
public readonly record struct StaffId(Guid Value) : IEntityId<StaffId>
{
    public static StaffId New() => new(Guid.NewGuid());

    public static StaffId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
