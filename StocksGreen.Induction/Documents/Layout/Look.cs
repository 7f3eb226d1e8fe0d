using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>What is done to words next to their face.</summary>
/// <param name="Scale">Share of the size of the line.</param>
/// <param name="Rise">How far they stand above the line, as a share of its size; below where negative.</param>
/// <param name="Link">Where they lead; null for nowhere.</param>
/// <param name="Place">The name of the place where they stand; null for none.</param>
internal readonly record struct Look(bool IsUnderlined, double Scale, double Rise, PdfLink? Link, string? Place)
{
    public static readonly Look Plain = new(IsUnderlined: false, Scale: 1, Rise: 0, Link: null, Place: null);

    public bool IsShifted => Rise != 0;

    /// <summary>True where a space after them belongs to what follows.</summary>
    public bool IsPlain => !IsUnderlined && !IsShifted && Link is null;

    /// <summary>True where a line is drawn under them, as readers expect of what can be followed.</summary>
    public bool HasLine => IsUnderlined || Link is { Address: not null };

    public static Look Of(Run run) =>
        run.IsRaised ? new Look(run.IsUnderlined, 0.7, 0.33, run.Link, run.Place)
        : run.IsLowered ? new Look(run.IsUnderlined, 0.7, -0.14, run.Link, run.Place)
        : new Look(run.IsUnderlined, 1, 0, run.Link, run.Place);
}
