using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>How words of a web page or an OpenDocument text are shown; what stands inside takes it over.</summary>
/// <param name="Size">Points; 0 where it is not said.</param>
/// <param name="Link">The address to which the words lead; null where they lead nowhere.</param>
/// <param name="Why">Why the words are no part of the policy; null where they are.</param>
/// <param name="Font">Name of the font; null where it is not said.</param>
/// <param name="Ink">Colour of the letters as 0xRRGGBB; null where it cannot be told.</param>
/// <param name="Ground">Colour behind them; null where it cannot be told.</param>
internal readonly record struct FlowLook(TextStyle Style, double Size, string? Link, LeftOutKind? Why, bool IsCapitals, string? Font, int? Ink, int? Ground)
{
    // Of 255; #FEFEFE on white is as good as white.
    private const int Close = 8;

    /// <summary>Black on white.</summary>
    public static FlowLook Usual { get; } = new(TextStyle.Plain, 0, null, null, IsCapitals: false, null, 0, 0xFFFFFF);

    /// <summary>As <see cref="Why"/>, and for words of the colour of what they stand on.</summary>
    public LeftOutKind? LeftOutAs => Why ?? (Ink is { } ink && Ground is { } ground && IsClose(ink, ground) ? LeftOutKind.Hidden : null);

    public FlowLook With(TextStyle style) => this with { Style = Style | style };

    private static bool IsClose(int one, int other) =>
        Math.Abs((one >> 16) - (other >> 16)) <= Close
        && Math.Abs(((one >> 8) & 0xFF) - ((other >> 8) & 0xFF)) <= Close
        && Math.Abs((one & 0xFF) - (other & 0xFF)) <= Close;
}
