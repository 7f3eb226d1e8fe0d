namespace StocksGreen.Induction.Features.Calendar;

/// <summary>Terms, days off and working days.</summary>
public static class CalendarServices
{
    public static IServiceCollection AddCalendar(this IServiceCollection services) =>
        services.AddScoped<CalendarQuery>().AddScoped<DecideTermDates>().AddScoped<DecideDay>().AddScoped<DecideWorkingDays>().AddScoped<WorkingDaysQuery>();
}
