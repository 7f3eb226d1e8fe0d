using System.Text;

namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A line of policy text: words with their styles, links and marks of notes, written as Markdown (<c>read *and* understood</c>).</summary>
/// <remarks>
/// The Markdown is the value: two texts are equal when it is. <c>*italic*</c>, <c>**bold**</c>, <c>&lt;u&gt;underlined&lt;/u&gt;</c>, <c>^{raised}</c>,
/// <c>_{lowered}</c>, <c>[words](address)</c> and <c>[^2]</c> mean something, a backslash takes the meaning from the sign after it, and all else stands for
/// itself. Social Media Policy, key details: "sign to say they have read <u>and</u> understood its contents".
/// </remarks>
public readonly record struct RichText
{
    // Null for the empty text, so that it equals a text that was never set.
    private readonly string? value;

    private RichText(string markdown) => value = markdown.Length == 0 ? null : markdown;

    /// <summary>The text with its markup.</summary>
    public string Markdown => value ?? "";

    /// <summary>The words alone, without the marks of notes.</summary>
    public string PlainText => string.Concat(Runs.Where(run => !run.IsNoteMark).Select(run => run.Text));

    /// <summary>The runs in order; neighbours always differ in more than their words, and none is empty.</summary>
    public IReadOnlyList<TextRun> Runs => InlineMarkdown.Parse(Markdown);

    /// <summary>Text in one plain style; every sign in it is taken literally.</summary>
    public static RichText FromPlainText(string text) => FromRuns([new TextRun(text)]);

    /// <summary>Reads Markdown. A sign that opens something and closes nothing is taken literally.</summary>
    public static RichText FromMarkdown(string markdown) => FromRuns(InlineMarkdown.Parse(markdown));

    /// <summary>Joins runs; equal neighbours become one, spaces round a style stand outside it, and the result is in Unicode form NFC.</summary>
    public static RichText FromRuns(IEnumerable<TextRun> runs) =>
        new(
            InlineMarkdown.Write(
                InlineMarkdown.Merge(
                    InlineMarkdown.Merge(runs).Select(run => run with { Text = run.Text.Normalize(NormalizationForm.FormC) }).SelectMany(WithSpacesOutside)
                )
            )
        );

    /// <summary>The same text without white space before and after it.</summary>
    public RichText Trim()
    {
        var runs = Runs.ToList();
        while (runs is [var first, ..] && !first.IsNoteMark && first.Text.TrimStart() is var rest && rest.Length < first.Text.Length)
        {
            runs[0] = first with { Text = rest };
            if (rest.Length > 0)
            {
                break;
            }

            runs.RemoveAt(0);
        }

        while (runs is [.., var last] && !last.IsNoteMark && last.Text.TrimEnd() is var rest && rest.Length < last.Text.Length)
        {
            runs[^1] = last with { Text = rest };
            if (rest.Length > 0)
            {
                break;
            }

            runs.RemoveAt(runs.Count - 1);
        }

        return FromRuns(runs);
    }

    public override string ToString() => Markdown;

    // "* and*" would read as a bullet, and a style on nothing but spaces shows nothing.
    private static IEnumerable<TextRun> WithSpacesOutside(TextRun run)
    {
        if (run.Style is TextStyle.Plain || run.IsNoteMark)
        {
            return [run];
        }

        var words = run.Text.Trim();
        var start = run.Text.Length - run.Text.TrimStart().Length;
        return words.Length == 0
            ? [run with { Style = TextStyle.Plain }]
            :
            [
                run with
                {
                    Text = run.Text[..start],
                    Style = TextStyle.Plain,
                },
                run with
                {
                    Text = words,
                },
                run with
                {
                    Text = run.Text[(start + words.Length)..],
                    Style = TextStyle.Plain,
                },
            ];
    }
}
