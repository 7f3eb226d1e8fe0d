using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>How a block of text looks. Measures in points.</summary>
/// <param name="LineHeight">From one baseline to the next.</param>
public sealed record TextStyle(FontFace Face, double Size, double LineHeight, Colour Colour)
{
    /// <summary>Above the block; nothing at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    public double SpaceAfter { get; init; }

    public TextAlignment Alignment { get; init; }

    /// <summary>The face of a run of this style.</summary>
    internal FontFace FaceOf(Run run) =>
        (run.IsBold, run.IsItalic) switch
        {
            (true, _) => Face == FontFace.SemiBold ? FontFace.Bold : FontFace.SemiBold,
            (false, true) => FontFace.Italic,
            (false, false) => Face,
        };

    /// <summary>Distance from the top of a line to its baseline, so that capitals stand in the middle of it.</summary>
    internal double Baseline
    {
        get
        {
            var font = FontSet.Get(Face);
            return (LineHeight + (Size * font.CapHeight / font.UnitsPerEm)) / 2;
        }
    }
}
