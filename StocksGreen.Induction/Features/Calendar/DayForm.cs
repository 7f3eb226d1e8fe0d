using StocksGreen.Induction.Domain.Calendar;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>A day, or a few in a row, as the office writes it; nothing of it need be right.</summary>
public sealed class DayForm
{
    public string? Name { get; set; }

    public DateOnly? First { get; set; }

    /// <summary>Null for one day.</summary>
    public DateOnly? Last { get; set; }

    public CalendarDayKind? Kind { get; set; }

    public bool? StaffWork { get; set; }
}
