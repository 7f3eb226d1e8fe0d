using System.Text;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Lines of a document that says itself where a paragraph ends.</summary>
internal static class FlowLines
{
    /// <summary>A paragraph without a label of its own; someone may have typed one.</summary>
    /// <param name="lines">Those before it.</param>
    internal static SourceLine Typed(int page, int indent, string raw, List<SourceLine> lines, bool isInCell)
    {
        var line = LineReader.Classify(page, indent, raw, lines) with { IsWhole = true };
        // Raw: a cell that holds "–" or "n/a": a mark without words is what it says.
        return line.Plain.Length == 0 || line.Kind is LineKind.Rule || (isInCell && line.Kind is LineKind.TableRow)
                ? new SourceLine(page, indent, isInCell ? LineKind.Text : line.Kind, raw) { IsWhole = true }
            : line.Marker is 'a' or 'i' && TypedLabel(line) is { } typed ? line with { Label = typed.Label, Text = typed.Words }
            : line;
    }

    /// <summary>Lines that were broken by hand are lines; but a sentence that someone broke to fit the page is one.</summary>
    internal static List<string> Split(string text)
    {
        var parts = new List<string>();
        var open = new StringBuilder();
        var last = "";
        foreach (var (part, i) in text.Split('\n').Select((part, i) => (part, i)))
        {
            if (i > 0 && part.Trim().Length > 0 && last.Trim().Length > 0 && Words.StartsLowerCase(part) && !Words.EndsSentence(last))
            {
                open.Append(' ').Append(part.TrimStart());
            }
            else
            {
                if (i > 0)
                {
                    parts.Add(open.ToString());
                }

                open.Clear().Append(part);
            }

            last = part;
        }

        parts.Add(open.ToString());
        return parts;
    }

    // Raw: "(b) not befriend pupils"
    private static (string Label, string Words)? TypedLabel(SourceLine line)
    {
        var end = line.Text.IndexOf(')', StringComparison.Ordinal) + 1;
        return end is > 1 and < 8 && !line.Text[..end].Contains('<', StringComparison.Ordinal) ? (line.Text[..end], line.Text[end..].TrimStart()) : null;
    }
}
