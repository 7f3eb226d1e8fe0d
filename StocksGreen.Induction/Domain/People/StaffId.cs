namespace StocksGreen.Induction.Domain.People;

/// <summary>Names a person who is, was or will be at the school.</summary>
public readonly record struct StaffId(Guid Value)
{
    public static StaffId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();
}
