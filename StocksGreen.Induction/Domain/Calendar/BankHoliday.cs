namespace StocksGreen.Induction.Domain.Calendar;

/// <summary>A day on which England's schools and offices are shut.</summary>
/// <param name="Name">"Early May bank holiday".</param>
public sealed record BankHoliday(DateOnly Day, string Name)
{
    // A school's records neither reach further back nor plan further ahead.
    private const int FirstYear = 1990;
    private const int LastYear = 2150;

    /// <summary>Those of every year that a school may ask about, in order.</summary>
    public static IReadOnlyList<BankHoliday> All { get; } = [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(In)];

    /// <summary>Those from one day to another, both included.</summary>
    public static IEnumerable<BankHoliday> Between(DateOnly first, DateOnly last) => All.Where(holiday => holiday.Day >= first && holiday.Day <= last);

    /// <summary>
    /// England's bank holidays of a calendar year by the Banking and Financial Dealings Act 1971, with those that were proclaimed for 2020 to 2023.
    /// </summary>
    /// <remarks>A day that is proclaimed later is entered by the office as a closure.</remarks>
    public static IReadOnlyList<BankHoliday> In(int year)
    {
        var easter = EasterSunday(year);
        List<BankHoliday> holidays =
        [
            new(Substitute(new DateOnly(year, 1, 1)), "New Year’s Day"),
            new(easter.AddDays(-2), "Good Friday"),
            new(easter.AddDays(1), "Easter Monday"),
            // In 2020 it was moved to the day on which the war in Europe had ended 75 years before.
            new(year == 2020 ? new DateOnly(2020, 5, 8) : FirstMonday(year, 5), "Early May bank holiday"),
            // In 2022 it was moved to join the Platinum Jubilee.
            new(year == 2022 ? new DateOnly(2022, 6, 2) : LastMonday(year, 5), "Spring bank holiday"),
            new(LastMonday(year, 8), "Summer bank holiday"),
            new(Christmas(year, 25), "Christmas Day"),
            new(Christmas(year, 26), "Boxing Day"),
        ];
        holidays.AddRange(
            year switch
            {
                2022 =>
                [
                    new(new DateOnly(2022, 6, 3), "Platinum Jubilee bank holiday"),
                    new BankHoliday(new DateOnly(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
                ],
                2023 => [new BankHoliday(new DateOnly(2023, 5, 8), "Coronation of King Charles III")],
                _ => Enumerable.Empty<BankHoliday>(),
            }
        );
        return [.. holidays.OrderBy(holiday => holiday.Day)];
    }

    /// <summary>Easter by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = (year / 100, year % 100);
        var correction = ((8 * century) + 13) / 25;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    private static DateOnly Substitute(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    // Christmas Day and Boxing Day give way together: each moves by two days when it falls on a weekend.
    private static DateOnly Christmas(int year, int day) =>
        new DateOnly(year, 12, day) is { DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday } weekend ? weekend.AddDays(2) : new DateOnly(year, 12, day);

    private static DateOnly FirstMonday(int year, int month) =>
        new DateOnly(year, month, 1) is var first ? first.AddDays((8 - (int)first.DayOfWeek) % 7) : default;

    private static DateOnly LastMonday(int year, int month) =>
        new DateOnly(year, month, 31) is var last ? last.AddDays(-(((int)last.DayOfWeek + 6) % 7)) : default;
}
