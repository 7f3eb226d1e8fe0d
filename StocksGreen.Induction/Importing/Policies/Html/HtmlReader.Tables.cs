using System.Globalization;
using AngleSharp.Dom;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>The part of the reader that reads tables.</summary>
internal sealed partial class HtmlReader
{
    private void ReadTable(IElement table, FlowLook look)
    {
        var rows = RowsOf(table);
        // Raw: <table><p>words between its rows</p>: a browser moves them in front of it, and so does the parser.
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption");
        if (IsLayout(table, rows.Select(row => row.Row).ToList()))
        {
            ReadLayout(caption, rows.Select(row => row.Row).ToList(), look);
            return;
        }

        var (title, notesOfTitle) = caption is null ? (default, []) : TitleOf(caption, look);
        var read = new List<IReadOnlyList<FlowCell>>();
        var marked = 0;
        foreach (var (row, isHead) in rows)
        {
            var around = styles.LookOf(row, styles.LookOf(row.ParentElement!, look));
            if (around.Why is { } why && look.Why is null)
            {
                tally.LeaveOut(why, HtmlWords.Of(row));
                continue;
            }

            var cells = new List<FlowCell>();
            foreach (var cell in CellsOf(row))
            {
                var own = styles.LookOf(cell, around);
                if (styles.Said(cell, "display") == "none" && look.Why is null)
                {
                    tally.LeaveOut(own.LeftOutAs ?? Domain.PolicyText.LeftOutKind.Hidden, HtmlWords.Of(cell));
                    continue;
                }

                cells.Add(
                    writer.Cell(
                        () => In(Place.Text, () => Read(cell, own)),
                        SpanOf(cell, "colspan", FlowTable.MostColumns),
                        cell.GetAttribute("rowspan")?.Trim() == "0" ? rows.Count : SpanOf(cell, "rowspan", rows.Count),
                        cell.LocalName == "th" || HasHeading(cell)
                    )
                );
            }

            if (cells.Count > 0)
            {
                marked += isHead && marked == read.Count ? 1 : 0;
                read.Add(cells);
            }
        }

        writer.Table(new FlowTable(title, notesOfTitle, read, marked));
    }

    private (RichText Text, IReadOnlyList<Note> Notes) TitleOf(IElement caption, FlowLook look)
    {
        var (blocks, inside, _, _) = writer.Collect(() => In(Place.Text, () => Read(caption, styles.LookOf(caption, look))));
        var runs = blocks.OfType<Paragraph>().SelectMany((paragraph, i) => i == 0 ? paragraph.Text.Runs : [new TextRun(" "), .. paragraph.Text.Runs]);
        return (RichText.FromRuns(runs), inside);
    }

    /// <summary>A table that only places text on the page: it says so, has one column, or sections inside its cells that no row of heads explains.</summary>
    private static bool IsLayout(IElement table, List<IElement> rows)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || rows.TrueForAll(row => CellsOf(row).Count <= 1))
        {
            return true;
        }

        var withHeadings = rows.Where(row => CellsOf(row).Exists(HasHeading)).ToList();
        if (withHeadings.Count == 0)
        {
            return false;
        }

        var isHeadRow = withHeadings.Count == 1 && ReferenceEquals(withHeadings[0], rows[0]) && rows.Count > 1;
        return !isHeadRow && (rows.Count == 1 || withHeadings.TrueForAll(row => CellsOf(row).FindLastIndex(HasHeading) == 0));
    }

    private void ReadLayout(IElement? caption, List<IElement> rows, FlowLook look)
    {
        if (caption is not null)
        {
            Read(caption, styles.LookOf(caption, look));
            Flush();
        }

        if (rows.Exists(row => CellsOf(row).Count > 1))
        {
            warnings.Add("A table that places sections side by side was read cell by cell, from the left and from the top. Check their order.");
        }

        foreach (var row in rows)
        {
            var around = styles.LookOf(row, styles.LookOf(row.ParentElement!, look));
            foreach (var cell in CellsOf(row))
            {
                In(place with { Label = null, GoesOnAfter = false, Depth = -1 }, () => Read(cell, styles.LookOf(cell, around)));
            }
        }
    }

    private static List<(IElement Row, bool IsHead)> RowsOf(IElement table)
    {
        var rows = new List<(IElement, bool)>();
        foreach (var child in table.Children)
        {
            switch (child.LocalName)
            {
                case "tr":
                    rows.Add((child, false));
                    break;
                case "thead" or "tbody" or "tfoot":
                    rows.AddRange(child.Children.Where(row => row.LocalName == "tr").Select(row => (row, child.LocalName == "thead")));
                    break;
            }
        }

        return rows;
    }

    private static List<IElement> CellsOf(IElement row) => [.. row.Children.Where(child => child.LocalName is "td" or "th")];

    private static bool HasHeading(IElement cell) => cell.QuerySelector("h1, h2, h3, h4, h5, h6") is not null;

    private static int SpanOf(IElement cell, string attribute, int most) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, Math.Max(most, 1))
            : 1;
}
