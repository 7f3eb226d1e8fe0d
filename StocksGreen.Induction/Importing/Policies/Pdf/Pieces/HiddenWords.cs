using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Leaves out what a reader does not see, and what is crossed out: neither is ever a rule.</summary>
internal static class HiddenWords
{
    /// <returns>The pages without it.</returns>
    public static IReadOnlyList<PageContent> LeaveOut(IReadOnlyList<PageContent> pages, WarningList warnings)
    {
        var total = pages.Sum(page => page.Inks.Count(ink => !ink.IsSpace));
        var hidden = pages.Sum(page => page.Inks.Count(ink => !ink.IsSpace && ink.IsHidden));
        var isScan = hidden * 2 > total;
        if (isScan)
        {
            warnings.Add("This PDF shows pictures of its pages; a program has recognised the words, which may be wrong. Compare every section with the pages.");
        }

        foreach (var group in pages.Where(page => page.Slanted.Length > 0).GroupBy(page => page.Slanted, StringComparer.Ordinal))
        {
            warnings.LeaveOut(
                LeftOutKind.Watermark,
                group.Key,
                $"across {(group.Count() == 1 ? "page" : $"{group.Count()} pages, first on page")} {group.First().Number}"
            );
        }

        return [.. pages.Select(page => page with { Inks = Shown(page, isScan, warnings) })];
    }

    private static List<Ink> Shown(PageContent page, bool isScan, WarningList warnings)
    {
        var shown = new List<Ink>(page.Inks.Count);
        var run = new List<Ink>();
        LeftOutKind? kind = null;
        foreach (var ink in page.Inks)
        {
            LeftOutKind? here =
                ink.IsHidden && !isScan ? LeftOutKind.Hidden
                : ink.IsStruck ? LeftOutKind.StruckOut
                : null;
            here = ink.IsSpace && kind is not null ? kind : here;
            if (here != kind)
            {
                End();
                kind = here;
            }

            (here is null ? shown : run).Add(ink);
        }

        End();
        return shown;

        void End()
        {
            if (kind is { } left && PieceWriter.Write(run) is { Plain: var words } && words.Any(char.IsLetterOrDigit))
            {
                warnings.LeaveOut(left, words, $"page {page.Number}");
            }

            run.Clear();
        }
    }
}
