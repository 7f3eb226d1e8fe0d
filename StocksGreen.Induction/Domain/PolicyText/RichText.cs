using System.Text;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>One run of policy text in which nothing but emphasis is kept of its formatting.</summary>
/// <param name="Text">The words, without any markup.</param>
/// <param name="IsEmphasised">True where the source underlines, italicises or emboldens a word inside a sentence.</param>
public readonly record struct TextRun(string Text, bool IsEmphasised);

/// <summary>A line of policy text: words with emphasis, written as Markdown (<c>read *and* understood</c>).</summary>
/// <remarks>
/// The Markdown is the value: two texts are equal when it is. Only <c>*emphasis*</c> and the escapes <c>\*</c> and <c>\\</c> mean anything;
/// every other character stands for itself. Social Media Policy, key details: "sign to say they have read <u>and</u> understood its contents".
/// </remarks>
public readonly record struct RichText
{
    // Null for the empty text, so that it equals a text that was never set.
    private readonly string? value;

    private RichText(string markdown) => value = markdown.Length == 0 ? null : markdown;

    /// <summary>The text with <c>*…*</c> round what is emphasised.</summary>
    public string Markdown => value ?? "";

    /// <summary>The words alone.</summary>
    public string PlainText => string.Concat(Runs.Select(run => run.Text));

    /// <summary>The runs in order; neighbours never have the same emphasis, and none is empty.</summary>
    public IReadOnlyList<TextRun> Runs => Parse(Markdown);

    /// <summary>Text with no emphasis; asterisks and backslashes in it are taken literally.</summary>
    public static RichText FromPlainText(string text) => FromRuns([new TextRun(text, IsEmphasised: false)]);

    /// <summary>Reads Markdown. A lone asterisk that closes nothing is taken literally.</summary>
    public static RichText FromMarkdown(string markdown) => FromRuns(Parse(markdown));

    /// <summary>Joins runs; neighbours of the same emphasis become one, spaces round it stand outside, and the result is in Unicode form NFC.</summary>
    public static RichText FromRuns(IEnumerable<TextRun> runs)
    {
        var markdown = new StringBuilder();
        foreach (var run in Merge(Merge(runs).SelectMany(WithSpacesOutside)))
        {
            var escaped = run
                .Text.Normalize(NormalizationForm.FormC)
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("*", "\\*", StringComparison.Ordinal);
            markdown.Append(run.IsEmphasised ? "*" + escaped + "*" : escaped);
        }

        return new RichText(markdown.ToString());
    }

    public override string ToString() => Markdown;

    private static List<TextRun> Parse(string markdown)
    {
        var runs = new List<TextRun>();
        var text = new StringBuilder();
        var isEmphasised = false;
        for (var i = 0; i < markdown.Length; i++)
        {
            var c = markdown[i];
            if (c == '\\' && i + 1 < markdown.Length && (markdown[i + 1] is '*' or '\\'))
            {
                text.Append(markdown[++i]);
            }
            else if (c == '*' && (isEmphasised || ClosesLater(markdown, i + 1)))
            {
                runs.Add(new TextRun(text.ToString(), isEmphasised));
                text.Clear();
                isEmphasised = !isEmphasised;
            }
            else
            {
                text.Append(c);
            }
        }

        runs.Add(new TextRun(text.ToString(), isEmphasised));
        return Merge(runs);
    }

    private static bool ClosesLater(string markdown, int from)
    {
        for (var i = from; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\')
            {
                i++;
            }
            else if (markdown[i] == '*')
            {
                return i > from;
            }
        }

        return false;
    }

    // "* and*" would read as a bullet, and emphasis on nothing but spaces shows nothing.
    private static IEnumerable<TextRun> WithSpacesOutside(TextRun run)
    {
        if (!run.IsEmphasised)
        {
            return [run];
        }

        var words = run.Text.Trim();
        var start = run.Text.Length - run.Text.TrimStart().Length;
        return words.Length == 0
            ? [run with { IsEmphasised = false }]
            : [new(run.Text[..start], false), run with { Text = words }, new(run.Text[(start + words.Length)..], false)];
    }

    private static List<TextRun> Merge(IEnumerable<TextRun> runs)
    {
        var merged = new List<TextRun>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            if (merged.Count > 0 && merged[^1].IsEmphasised == run.IsEmphasised)
            {
                merged[^1] = run with { Text = merged[^1].Text + run.Text };
            }
            else
            {
                merged.Add(run);
            }
        }

        return merged;
    }
}
