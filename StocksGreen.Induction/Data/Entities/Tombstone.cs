namespace StocksGreen.Induction.Data.Entities;

/// <summary>What stands where something was deleted: what kind, how many, by which rule, and when. It names nobody and stays.</summary>
public sealed class Tombstone
{
    private Tombstone() { }

    /// <param name="rule">Name of the rule: "staff-record".</param>
    /// <param name="kind">Table of the rows: "Declarations".</param>
    public Tombstone(DateTimeOffset at, string rule, string kind, int rows)
    {
        At = at;
        Rule = rule;
        Kind = kind;
        Rows = rows;
    }

    public long Number { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public string Rule { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public int Rows { get; private set; }
}
