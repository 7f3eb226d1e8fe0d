using System.Text;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>The bookmarks next to the pages: a tree of titles, each leading to a place on a page (PDF 1.7, 12.3.3).</summary>
internal sealed class PdfOutline
{
    private readonly Entry root = new("", Page: null, Top: 0);
    private readonly List<Entry> path;

    public PdfOutline() => path = [root];

    public bool IsEmpty => root.Children.Count == 0;

    /// <summary>Adds a bookmark under the latest one of the level above; a level that was skipped counts as the next one down.</summary>
    /// <param name="level">From 1.</param>
    /// <param name="top">From the bottom of the page, in points.</param>
    public void Add(string title, int level, PdfPage page, double top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        var depth = Math.Min(level, path.Count);
        path.RemoveRange(depth, path.Count - depth);
        var entry = new Entry(PdfSyntax.Clean(title), page, top);
        path[^1].Children.Add(entry);
        path.Add(entry);
    }

    /// <returns>The number of the outline, for the catalogue.</returns>
    public int Write(PdfObjects objects)
    {
        root.Id = objects.Reserve();
        WriteChildren(objects, root);
        objects.Set(root.Id, "<</Type/Outlines" + Links(root) + ">>");
        return root.Id;
    }

    private static void WriteChildren(PdfObjects objects, Entry parent)
    {
        foreach (var child in parent.Children)
        {
            child.Id = objects.Reserve();
        }

        for (var i = 0; i < parent.Children.Count; i++)
        {
            var child = parent.Children[i];
            WriteChildren(objects, child);
            var text = new StringBuilder("<</Title").Append(PdfSyntax.Text(child.Title)).Append("/Parent ").Append(PdfSyntax.Reference(parent.Id));
            text.Append("/Dest[").Append(PdfSyntax.Reference(child.Page!.Id)).Append("/XYZ null ").Append(PdfSyntax.Number(child.Top)).Append(" null]");
            if (i > 0)
            {
                text.Append("/Prev ").Append(PdfSyntax.Reference(parent.Children[i - 1].Id));
            }

            if (i + 1 < parent.Children.Count)
            {
                text.Append("/Next ").Append(PdfSyntax.Reference(parent.Children[i + 1].Id));
            }

            objects.Set(child.Id, text.Append(Links(child)).Append(">>").ToString());
        }
    }

    private static string Links(Entry entry) =>
        entry.Children.Count == 0 ? "" : Invariant($"/First {entry.Children[0].Id} 0 R/Last {entry.Children[^1].Id} 0 R/Count {entry.Descendants}");

    private sealed record Entry(string Title, PdfPage? Page, double Top)
    {
        public List<Entry> Children { get; } = [];

        public int Id { get; set; }

        public int Descendants => Children.Sum(child => 1 + child.Descendants);
    }
}
