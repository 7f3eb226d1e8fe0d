using System.Globalization;
using StocksGreen.Induction.Domain.Calendar;

namespace StocksGreen.Induction.Tests.Domain.Calendar;

public sealed class BankHolidayTests
{
    /// <summary>As the government published them for England.</summary>
    [Theory]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    public void England_keeps_its_bank_holidays_and_their_substitutes(int year, string days) =>
        Assert.Equal(days, string.Join(' ', BankHoliday.In(year).Select(holiday => holiday.Day.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(1990, 4, 15)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    [InlineData(2100, 3, 28)]
    public void Easter_is_where_the_church_has_it(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day).AddDays(1), BankHoliday.In(year).Single(holiday => holiday.Name == "Easter Monday").Day);

    [Fact]
    public void None_ever_falls_on_a_weekend() =>
        Assert.DoesNotContain(BankHoliday.All, holiday => holiday.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
}
