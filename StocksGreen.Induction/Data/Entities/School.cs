namespace StocksGreen.Induction.Data.Entities;

/// <summary>The one school of this database. There is no row until first-run set-up is done.</summary>
public sealed class School
{
    /// <summary>The only key: one database, one school.</summary>
    public const int OnlyId = 1;

    private School() { }

    public School(string name, DateTimeOffset setUpAt, bool isDemonstration)
    {
        Name = name;
        SetUpAt = setUpAt;
        IsDemonstration = isDemonstration;
    }

    public int Id { get; private set; } = OnlyId;

    public string Name { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset SetUpAt { get; private set; }

    /// <summary>True where all people are invented; every paper says so.</summary>
    public bool IsDemonstration { get; private set; }
}
