using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Lines to a policy. Knows nothing of file formats: it works on what a reader has made of one.</summary>
internal static class PolicyRecogniser
{
    // A document without numbered sections: the title, the school and the key details stand within these lines.
    private const int DeepestHead = 200;

    // The longest policy we know of has fewer than 300; a page with more cannot be changed by anyone.
    private const int MostSections = 2_000;
    private const int MostDetails = 500;
    private const int MostOthers = 10;
    private const int LongestQuoted = 60;
    private const int MostHeadingsOfFirst = 10;
    private const int MostLastRows = 20;

    /// <summary>What is said of a second policy in the file; its words are in the policy.</summary>
    internal const string Another = "Another policy seems to begin here: ";

    private static readonly string[] Generic =
    [
        "policy",
        "policystatement",
        "statement",
        "policyandprocedure",
        "policyandprocedures",
        "policydocument",
        "schoolpolicy",
    ];

    /// <param name="margins">What stands at the head and foot of the pages, where the format keeps it apart; null where it does not.</param>
    /// <param name="hasPages">True where the lines know the pages of the document.</param>
    public static ImportOutcome Recognise(
        IReadOnlyList<SourceLine> source,
        string fileName,
        WarningList warnings,
        Margins? margins = null,
        bool hasPages = false
    )
    {
        margins ??= Margins.None;
        if (WritingDirection.Refusal(source, warnings) is { } refusal)
        {
            return new ImportOutcome.Refused(refusal);
        }

        WarnOfUnprintable(source, warnings);

        // Where the format says where a paragraph ends, nothing was torn by a page, and what repeats is meant to.
        var paragraphs = source.Any(line => line.IsWhole) ? source : LoneMarkers.Join(HeadersAndFooters.Remove(source, warnings));
        var body = ContentsList.Remove(paragraphs, warnings);
        var (lines, toSign) = SignatureLines.Take(
            RunInHeadings.Split([
                .. body.Take(DeepestHead).SelectMany(StackedDetails.OpenBox).SelectMany(KeyDetailReader.SplitColumns),
                .. body.Skip(DeepestHead),
            ])
        );
        lines = StackedDetails.Join(lines);
        var numbered = NumberedHeadings.Find(lines);
        var top = Math.Min(numbered.Count == 0 ? lines.Count : numbered[0].FirstLine, DeepestHead);
        var title = TitleReader.Find(lines, top, fileName);
        if (title.Lines is [var only] && lines[only].Plain != title.Text)
        {
            warnings.Add($"The title is what the letter is about: “{lines[only].Plain}”.");
        }

        var school = SchoolReader.Find(lines, top, title);
        // Raw: "Ferncliffe College      Page 1 of 2" at the foot of the pages alone
        school = school.Name.Length == 0 ? new FoundSchool([], SchoolReader.FirstIn(margins.Lines)) : school;

        var headings = CoverLines.Remove(AllHeadings(lines, numbered, top, title, school), lines);
        if (headings.Count > MostSections)
        {
            return new ImportOutcome.Refused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This document has {headings.Count:N0} headings, which no policy has. Check that it is the right file."
                )
            );
        }

        WarnOfOthers(lines, headings, warnings);
        foreach (var (line, words) in toSign)
        {
            var above = headings.FindLast(heading => heading.FirstLine < line);
            warnings.LeaveOut(
                LeftOutKind.Object,
                words,
                above is null ? "before the first section" : $"under {above.Number} {above.Title}".Replace("  ", " ", StringComparison.Ordinal)
            );
        }

        (lines, headings) = Subheadings.Demote(lines, headings, isByLook: hasPages);
        var firstHeading = headings.Count == 0 ? lines.Count : headings[0].FirstLine;
        var head = HeadReader.Parse(lines, firstHeading, i => title.Lines.Contains(i) || school.Lines.Contains(i), title.Text, school.Name, warnings);
        var titleText = NameTitle(title, school, margins, fileName, warnings);

        var joining = new LineJoining(lines, warnings);
        var preamble = BlockReader.Parse(head.Preamble, joining, warnings);
        var (closing, closed, end) = ClosingDetails.Find(lines, headings);
        var sections = ReadSections([.. lines.Take(end)], headings, joining, warnings, hasPages);
        var details = WithMargins(
            [
                .. head.KeyDetails,
                .. ClosingDetails.OfFirst(lines, headings),
                .. ClosingDetails.Parse(lines, closing, closed),
                .. closing == lines.Count ? ClosingDetails.OfReview(lines, headings) : [],
            ],
            margins
        );
        if (details.Count > MostDetails)
        {
            return new ImportOutcome.Refused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This document has {details.Count:N0} lines like “{Start(details[0].Name)}: …” at its head, which no policy has. "
                        + $"Check that it is the right file."
                )
            );
        }

        var texts = BlockText.Texts(preamble.Concat(sections.SelectMany(section => section.Blocks))).Select(text => text.PlainText).ToList();
        details = [.. details, .. ReviewSentences.DetailsOf(texts, details)];
        NumberingCheck.Warn(headings, warnings);
        if (sections.Count == 0)
        {
            warnings.Add(
                preamble.Count == 0 ? "There is no text under the title." : "No section headings were found: the whole text stands before the first section."
            );
        }

        var policy = new PolicyContent(
            titleText,
            school.Name,
            details,
            preamble,
            sections,
            LinkedPoliciesReader.Parse(details, preamble, sections),
            BasedOnReader.Parse(TextsOf(details, preamble, sections), warnings),
            ReviewDateReader.Parse(details, [.. Subtitles(lines, firstHeading), .. texts, .. LastRows(lines), .. margins.Lines], warnings)
        )
        {
            PreambleNotes = [.. lines.Take(firstHeading).SelectMany(line => line.Notes).Distinct()],
        };
        PlaceholderList.Fill(policy, warnings);
        return new ImportOutcome.Imported(policy, warnings.ToList())
        {
            LeftOut = warnings.LeftOut,
            Pictures = warnings.Pictures,
            Source = string.Join(
                '\n',
                source.Select(line =>
                    line.Kind is LineKind.Bullet
                        ? $"{new string(' ', Math.Min(line.Indent, 40))}{InlineMarkup.ToPlainText(line.Raw)}"
                        : InlineMarkup.ToPlainText(line.Raw)
                )
            ),
        };
    }

    /// <summary>Raw: "| Next review | Headteacher | February 2027 |" in the last lines of the document.</summary>
    private static IEnumerable<string> LastRows(IReadOnlyList<SourceLine> lines) =>
        lines.TakeLast(MostLastRows).Where(line => line.Kind is LineKind.TableRow && line.Cells.Count <= 6).Select(line => string.Join(' ', line.Cells));

    /// <summary>The lines above the first section, also those that found no place in the policy.</summary>
    private static IEnumerable<string> Subtitles(IReadOnlyList<SourceLine> lines, int firstHeading) =>
        lines.Take(Math.Min(firstHeading, DeepestHead)).Where(line => line.Kind is LineKind.Text).Select(line => line.Plain);

    /// <summary>Bullets of symbol fonts are read as bullets; broken characters and words from right to left were warned of.</summary>
    private static void WarnOfUnprintable(IReadOnlyList<SourceLine> source, WarningList warnings)
    {
        var missing = PrintedText
            .Missing(string.Concat(source.Select(line => line.Raw)))
            .Where(character =>
                CharUnicodeInfo.GetUnicodeCategory(character, 0) is not UnicodeCategory.PrivateUse
                && character[0] != '\uFFFD'
                && !WritingDirection.IsFromRight(character[0])
            )
            .ToList();
        if (missing.Count > 0)
        {
            warnings.Add(
                $"{WarningList.Quote(missing.Take(12))} cannot be printed on signed copies, which show � there and name them at the end. "
                    + "Put into words what matters."
            );
        }
    }

    private static List<Heading> AllHeadings(IReadOnlyList<SourceLine> lines, IReadOnlyList<Heading> numbered, int top, FoundTitle title, FoundSchool school)
    {
        var taken = HeadReader.FindDetailLines(lines, top);
        taken.UnionWith(title.Lines);
        taken.UnionWith(school.Lines);
        taken.UnionWith(numbered.SelectMany(heading => Enumerable.Range(heading.FirstLine, heading.LastLine - heading.FirstLine + 1)));
        for (var i = 0; i < top; i++)
        {
            if (!lines[i].IsGap && (lines[i].Plain == title.Text || lines[i].Plain == school.Name))
            {
                taken.Add(i);
            }
        }

        var start = title.Lines.Count == 0 ? 0 : title.Lines[^1] + 1;
        return HeadingLevels.Settle(
            [.. numbered.Concat(UnnumberedHeadings.Find(lines, numbered, start, taken.Contains)).OrderBy(heading => heading.FirstLine)],
            lines
        );
    }

    /// <summary>A line in the style of the title below the first heading begins another document. Publishing waits until someone has decided.</summary>
    private static void WarnOfOthers(IReadOnlyList<SourceLine> lines, List<Heading> headings, WarningList warnings)
    {
        var others = Enumerable
            .Range(1, Math.Max(0, headings.Count - 1))
            .Where(h => IsStyledAsTitle(lines, headings, h) || BeginsAgain(headings, h))
            .Take(MostOthers)
            .ToList();
        foreach (var h in others)
        {
            warnings.LeaveOut(
                LeftOutKind.Object,
                $"{Another}“{headings[h].Title}”",
                $"after {headings[h - 1].Number} {headings[h - 1].Title}".Replace("  ", " ", StringComparison.Ordinal)
            );
        }

        if (others.Count > 0)
        {
            warnings.Add(
                $"This file seems to hold more than one policy: {WarningList.Quote(others.Select(h => headings[h].Title))} begins like a title of its own. "
                    + "If so, save each as a file of its own, and import them one by one."
            );
        }
    }

    private static bool IsStyledAsTitle(IReadOnlyList<SourceLine> lines, List<Heading> headings, int h) =>
        lines[headings[h].FirstLine] is { HashLevel: 1, IsWhole: true } line && !line.Raw.StartsWith('#') && lines[headings[0].FirstLine].HashLevel > 1;

    /// <summary>Raw: "2. Rules", then "Mobile Phone Policy", then "1. Aims" and "2. Rules" again.</summary>
    private static bool BeginsAgain(List<Heading> headings, int h) =>
        h + 2 < headings.Count
        && headings[h] is { Number.Length: 0 } title
        && title.Title.EndsWith(" policy", StringComparison.OrdinalIgnoreCase)
        && headings[h - 1].Number.Length > 0
        && headings[h + 1].Number is "1"
        && headings.Skip(h + 2).Take(MostHeadingsOfFirst).Any(heading => heading.Number is "2")
        && headings.Take(h).Any(heading => heading.Number is "2");

    private static string Start(string text) => text.Length > LongestQuoted ? text[..LongestQuoted] + "…" : text;

    private static string NameTitle(FoundTitle title, FoundSchool school, Margins margins, string fileName, WarningList warnings)
    {
        // Raw: "Policy Statement" over a document whose pages are headed "Lone Working Policy"
        if (margins.Title.Length > 0 && (title.Text.Length == 0 || Generic.Contains(Words.Key(title.Text), StringComparer.Ordinal)))
        {
            return SchoolReader.WithoutSchool(margins.Title, school.Name);
        }

        if (title.Text.Length > 0)
        {
            return SchoolReader.WithoutSchool(title.Text, school.Name);
        }

        var name = TitleReader.FromFileName(fileName);
        warnings.Add($"No title was found, so the name of the file is used: “{name}”.");
        return name;
    }

    /// <summary>A detail of the margins counts where the document itself does not give it.</summary>
    private static IReadOnlyList<KeyDetail> WithMargins(IReadOnlyList<KeyDetail> details, Margins margins)
    {
        var named = details.Select(detail => Words.Key(detail.Name)).ToHashSet(StringComparer.Ordinal);
        return [.. details, .. margins.Details.Where(detail => !named.Contains(Words.Key(detail.Name)))];
    }

    private static List<PolicySection> ReadSections(
        IReadOnlyList<SourceLine> lines,
        List<Heading> headings,
        LineJoining joining,
        WarningList warnings,
        bool hasPages
    )
    {
        var sections = new List<PolicySection>();
        for (var h = 0; h < headings.Count; h++)
        {
            var start = headings[h].LastLine + 1;
            var end = h + 1 < headings.Count ? headings[h + 1].FirstLine : lines.Count;
            var body = Enumerable.Range(start, end - start).Select(i => lines[i]);
            var notes = Enumerable.Range(headings[h].FirstLine, end - headings[h].FirstLine).SelectMany(i => lines[i].Notes);
            sections.Add(
                new PolicySection(headings[h].Number, headings[h].Title, headings[h].Level, BlockReader.Parse(body, joining, warnings))
                {
                    Notes = [.. notes.Distinct()],
                    Pages = hasPages ? PagesOf(Enumerable.Range(headings[h].FirstLine, end - headings[h].FirstLine).Select(i => lines[i])) : null,
                }
            );
        }

        return sections;
    }

    private static PageSpan PagesOf(IEnumerable<SourceLine> section)
    {
        var printed = section.Where(line => !line.IsGap).ToList();
        return new PageSpan(printed.Min(line => line.Page) + 1, printed.Max(line => line.LastPage) + 1);
    }

    private static IEnumerable<string> TextsOf(IReadOnlyList<KeyDetail> details, IReadOnlyList<Block> preamble, IReadOnlyList<PolicySection> sections) =>
        details
            .Select(detail => $"{detail.Name} {detail.Value}")
            .Concat(BlockText.Texts(preamble.Concat(sections.SelectMany(section => section.Blocks))).Select(text => text.PlainText));
}
