namespace StocksGreen.Induction.Documents.Spreadsheets;

/// <summary>One cell. What it is decides how it is written, never what it looks like: the text "007" stays text, a day is a real date.</summary>
public abstract record SheetCell
{
    private SheetCell() { }

    /// <summary>Nothing was recorded, or nothing applies.</summary>
    public static SheetCell Blank { get; } = new Empty();

    /// <param name="text">Null and empty are <see cref="Blank"/>.</param>
    public static SheetCell From(string? text) => string.IsNullOrEmpty(text) ? Blank : new Text(text);

    public static SheetCell From(long? number) => number is { } value ? new Number(value) : Blank;

    /// <param name="day">Date in Europe/London.</param>
    public static SheetCell From(DateOnly? day) => day is { } value ? new Day(value) : Blank;

    /// <param name="instant">Any offset; written as London's clocks showed it.</param>
    public static SheetCell From(DateTimeOffset? instant) => instant is { } value ? new Moment(value) : Blank;

    public sealed record Empty : SheetCell;

    public sealed record Text(string Value) : SheetCell;

    public sealed record Number(long Value) : SheetCell;

    public sealed record Day(DateOnly Value) : SheetCell;

    public sealed record Moment(DateTimeOffset Value) : SheetCell;
}
