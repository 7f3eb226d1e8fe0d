using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>One term as the office writes it; nothing of it need be right.</summary>
public sealed class TermForm
{
    public WrittenDate? First { get; set; }

    public WrittenDate? HalfTermFirst { get; set; }

    public WrittenDate? HalfTermLast { get; set; }

    public WrittenDate? Last { get; set; }
}
