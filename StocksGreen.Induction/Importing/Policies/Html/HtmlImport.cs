using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Opens a web page that was saved from a browser or from Google Docs, and has it recognised.</summary>
internal static class HtmlImport
{
    private const int MostElements = 300_000;
    private const int DeepestElement = 256;
    private const int MostOpenStyles = 200;
    private const int MostOpenBoxes = 1_000;
    private const int LongestName = 12;

    // A parser opens each of them again in every paragraph that follows, without an end.
    private static readonly HashSet<string> Styles = new(StringComparer.Ordinal)
    {
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    };

    // A parser looks through all that are open for each that begins. Paragraphs, items and cells close each other.
    private static readonly HashSet<string> Boxes = new(StringComparer.Ordinal)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hgroup",
        "main",
        "menu",
        "nav",
        "ol",
        "search",
        "section",
        "summary",
        "ul",
    };

    private const string NoWords = "This web page has no words that can be read. Open it in a browser, look whether the policy is in it, and save it again.";
    private const string Damaged = "This web page is damaged and cannot be read. Open it in a browser, save it again, and choose that file.";

    internal static ImportOutcome Parse(ReadOnlyMemory<byte> file, string fileName) => Parse(warnings => HtmlPackage.OfPage(file, warnings), fileName);

    /// <param name="file">A zip archive with a web page in it.</param>
    internal static ImportOutcome ParseArchive(ReadOnlyMemory<byte> file, string fileName) =>
        Parse(warnings => HtmlPackage.OfArchive(file, warnings), fileName);

    /// <param name="file">A web page and its pictures as one message.</param>
    internal static ImportOutcome ParseMime(ReadOnlyMemory<byte> file, string fileName) => Parse(warnings => HtmlPackage.OfMime(file, warnings), fileName);

    private static ImportOutcome Parse(Func<WarningList, HtmlPackage> open, string fileName)
    {
        try
        {
            var warnings = new WarningList();
            var package = open(warnings);
            using var document = ParseDocument(package.Page);
            var (lines, margins) = HtmlReader.Parse(document, package, warnings);
            if (!lines.Any(line => line.Plain.Any(char.IsLetter)))
            {
                return new ImportOutcome.Refused(NoWords);
            }

            var outcome = margins.NameSchool(PolicyRecogniser.Recognise(lines, fileName, warnings, margins));
            return outcome is ImportOutcome.Imported imported
                ? imported with
                {
                    Coverage = CoverageCount.Compare(HtmlCoverage.WordsOf(document), imported, warnings.Furniture),
                }
                : outcome;
        }
        catch (RefusalException limit)
        {
            return new ImportOutcome.Refused(limit.Message);
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
                        or DomException
            )
        {
            return new ImportOutcome.Refused(Damaged);
        }
    }

    /// <summary>As a browser without scripts reads it; nothing is run and nothing is fetched.</summary>
    private static IHtmlDocument ParseDocument(string page)
    {
        if (MostOpen(page, Styles) > MostOpenStyles)
        {
            throw new RefusalException(
                "This web page has hundreds of tags for bold or coloured letters that are never closed. Open it in a browser, copy its text into Word, "
                    + "and choose that file."
            );
        }

        if (MostOpen(page, Boxes) > MostOpenBoxes)
        {
            throw new RefusalException(
                "This web page has boxes inside boxes, deeper than any page has. Open it in a browser, copy its text into Word, and choose that file."
            );
        }

        var elements = 0;
        return new HtmlParser(
            new HtmlParserOptions
            {
                IsScripting = false,
                MaximumDepth = DeepestElement,
                OnCreated = (_, _) =>
                {
                    if (++elements > MostElements)
                    {
                        throw new RefusalException("This web page has more than 300,000 elements, which no policy has. Check that it is the right file.");
                    }
                },
            }
        ).ParseDocument(page);
    }

    /// <summary>How many tags of these are open at once, at most; one that closes another kind counts as one that closes them.</summary>
    private static int MostOpen(string page, HashSet<string> names)
    {
        var tags = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var name = new char[LongestName];
        var (open, most) = (0, 0);
        for (var at = page.IndexOf('<', StringComparison.Ordinal); at >= 0; at = page.IndexOf('<', at + 1))
        {
            var start = at + 1 < page.Length && page[at + 1] == '/' ? at + 2 : at + 1;
            var length = 0;
            while (start + length < page.Length && length < LongestName && char.IsAsciiLetterOrDigit(page[start + length]))
            {
                name[length] = char.ToLowerInvariant(page[start + length]);
                length++;
            }

            if (tags.Contains(name.AsSpan(0, length)))
            {
                open = Math.Max(0, open + (start == at + 1 ? 1 : -1));
                most = Math.Max(most, open);
            }
        }

        return most;
    }
}
