using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>A day, or a few in a row, as the office writes it; nothing of it need be right.</summary>
public sealed class DayForm
{
    public string? Name { get; set; }

    public WrittenDate? First { get; set; }

    /// <summary>Null for one day.</summary>
    public WrittenDate? Last { get; set; }

    public CalendarDayKind? Kind { get; set; }

    public bool? StaffWork { get; set; }
}
