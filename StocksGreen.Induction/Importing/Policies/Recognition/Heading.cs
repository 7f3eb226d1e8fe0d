using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>A heading and the lines that it takes up.</summary>
/// <param name="FirstLine">Index of its line.</param>
/// <param name="LastLine">Index of its last line; the same unless the heading was wrapped.</param>
internal sealed record Heading(int FirstLine, int LastLine, string Number, string Title, int Level)
{
    /// <summary>The number as the document's own series knows it; null where it has none.</summary>
    public SectionLabel? Label { get; init; }

    /// <summary>True where its look says that it divides a section and is none: in italic letters among bold headings.</summary>
    public bool IsInside { get; init; }
}
