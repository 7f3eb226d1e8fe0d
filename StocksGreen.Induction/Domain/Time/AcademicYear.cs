using System.Globalization;

namespace StocksGreen.Induction.Domain.Time;

/// <summary>A school's year, from 1 September to 31 August.</summary>
/// <param name="StartsIn">Calendar year of its September.</param>
public readonly record struct AcademicYear(int StartsIn)
{
    public DateOnly First => new(StartsIn, 9, 1);

    public DateOnly Last => new(StartsIn + 1, 8, 31);

    public AcademicYear Next => new(StartsIn + 1);

    /// <summary>The year to which a day belongs.</summary>
    public static AcademicYear Containing(DateOnly day) => new(day.Month >= 9 ? day.Year : day.Year - 1);

    public bool Contains(DateOnly day) => Containing(day) == this;

    /// <summary>"2026/27".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartsIn}/{(StartsIn + 1) % 100:00}");
}
