namespace StocksGreen.Induction.Features.Calendar;

/// <summary>One term as the office writes it; nothing of it need be right.</summary>
public sealed class TermForm
{
    public DateOnly? First { get; set; }

    public DateOnly? HalfTermFirst { get; set; }

    public DateOnly? HalfTermLast { get; set; }

    public DateOnly? Last { get; set; }
}
