namespace StocksGreen.Induction.Domain.Calendar;

/// <summary>When children come to school: from the first day to the last, less half-term.</summary>
/// <param name="Name">"Autumn term".</param>
/// <param name="HalfTermFirst">First day of half-term; null together with <paramref name="HalfTermLast"/> where there is none.</param>
public sealed record Term(string Name, DateOnly First, DateOnly Last, DateOnly? HalfTermFirst, DateOnly? HalfTermLast)
{
    /// <summary>The terms of every English school year, in order.</summary>
    public static readonly IReadOnlyList<string> Names = ["Autumn term", "Spring term", "Summer term"];

    public bool Contains(DateOnly day) => First <= day && day <= Last && !(HalfTermFirst <= day && day <= HalfTermLast);
}
