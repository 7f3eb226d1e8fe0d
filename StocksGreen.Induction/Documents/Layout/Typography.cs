using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Every style and colour of the documents, by name. Sizes in points.</summary>
public static class Typography
{
    public static readonly Colour Ink = Colour.FromRgb(0x1A211D);
    public static readonly Colour Quiet = Colour.FromRgb(0x4C5850);
    public static readonly Colour Green = Colour.FromRgb(0x17563B);
    public static readonly Colour Line = Colour.FromRgb(0xD9DDD6);
    public static readonly Colour Tint = Colour.FromRgb(0xE8F1EC);
    public static readonly Colour Red = Colour.FromRgb(0xA1241B);
    public static readonly Colour Amber = Colour.FromRgb(0x8A4B00);
    public static readonly Colour AmberTint = Colour.FromRgb(0xFFF4E0);
    public static readonly Colour RedTint = Colour.FromRgb(0xFDECEA);
    public static readonly Colour Paper = Colour.FromRgb(0xFFFFFF);

    public static readonly TextStyle Body = new(FontFace.Regular, 10.5, 15.5, Ink) { SpaceAfter = 6 };
    public static readonly TextStyle Lead = new(FontFace.Regular, 12, 17.5, Ink) { SpaceAfter = 6 };
    public static readonly TextStyle Note = new(FontFace.Regular, 9, 12.5, Quiet) { SpaceAfter = 4 };
    public static readonly TextStyle Bullet = Body with { SpaceAfter = 3 };

    public static readonly TextStyle Title = new(FontFace.SemiBold, 23, 29, Ink) { SpaceBefore = 6, SpaceAfter = 6 };
    public static readonly TextStyle SectionHeading = new(FontFace.SemiBold, 14.5, 19, Ink) { SpaceBefore = 14, SpaceAfter = 5 };
    public static readonly TextStyle SubsectionHeading = new(FontFace.SemiBold, 12, 16.5, Ink) { SpaceBefore = 10, SpaceAfter = 4 };
    public static readonly TextStyle MinorHeading = new(FontFace.SemiBold, 10.5, 15, Quiet) { SpaceBefore = 8, SpaceAfter = 3 };

    public static readonly TextStyle SchoolName = new(FontFace.SemiBold, 14, 19, Green);
    public static readonly TextStyle PersonName = new(FontFace.SemiBold, 27, 33, Green) { SpaceAfter = 1 };
    public static readonly TextStyle LongPersonName = PersonName with { Size = 19, LineHeight = 24 };
    public static readonly TextStyle LongestPersonName = PersonName with { Size = 15, LineHeight = 19 };
    public static readonly TextStyle Statement = new(FontFace.Regular, 11, 15.5, Ink) { SpaceAfter = 5 };
    public static readonly TextStyle PanelLabel = new(FontFace.SemiBold, 9, 13, Quiet);
    public static readonly TextStyle BigFigure = new(FontFace.SemiBold, 25, 30, Green);
    public static readonly TextStyle Notice = new(FontFace.SemiBold, 10, 14, Amber);
    public static readonly TextStyle Warning = new(FontFace.SemiBold, 10.5, 15, Red) { SpaceAfter = 6 };

    public static readonly TextStyle Cell = new(FontFace.Regular, 9.5, 13, Ink);
    public static readonly TextStyle SmallCell = new(FontFace.Regular, 8.5, 11.5, Ink);
    public static readonly TextStyle Fine = new(FontFace.Regular, 8, 11, Quiet);
    public static readonly TextStyle Furniture = new(FontFace.Regular, 8.5, 12, Quiet);

    public static readonly TextStyle Caption = new(FontFace.SemiBold, 9.5, 13, Ink) { SpaceAfter = 4 };

    /// <summary>Round the cells of a policy's table, which may be empty: dark enough to be seen.</summary>
    public static readonly Colour TableLine = Colour.FromRgb(0x748078);

    /// <summary>The style of a heading by its level in the document: 1 for its title.</summary>
    public static TextStyle HeadingOf(int level) =>
        level switch
        {
            <= 1 => Title,
            2 => SectionHeading,
            3 => SubsectionHeading,
            _ => MinorHeading,
        };
}
