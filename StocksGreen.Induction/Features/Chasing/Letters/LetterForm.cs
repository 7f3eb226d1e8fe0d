using System.Net;

namespace StocksGreen.Induction.Features.Chasing.Letters;

/// <summary>
/// Sets words as plain text and as HTML that mail programs show alike: one column, no picture, no script, nothing from outside, readable by day and by night.
/// </summary>
internal static class LetterForm
{
    // Mail programs know no style sheets from elsewhere; what is here stands in for wwwroot-assets/css/tokens.css.
    private const string Style = """
        body { margin: 0; padding: 0; background: #fbfaf6; color: #1a211d; }
        .sheet { font-family: "Source Sans 3", "Segoe UI", Roboto, Arial, sans-serif; font-size: 17px; line-height: 1.5; color: #1a211d; }
        .card { background: #ffffff; border: 1px solid #d9ddd6; border-top: 6px solid #17563b; border-radius: 8px; }
        .school, .quiet { color: #4c5850; }
        .title { color: #17563b; font-weight: 600; }
        .late { color: #a1241b; font-weight: 600; }
        .line { border-top: 1px solid #d9ddd6; }
        .button { background: #17563b; color: #ffffff; border-radius: 8px; }
        @media (prefers-color-scheme: dark) {
          body { background: #121713 !important; }
          .sheet { color: #eef1ec !important; }
          .card { background: #1b221d !important; border-color: #3a453d !important; border-top-color: #8fd0ae !important; }
          .school, .quiet { color: #b9c4bc !important; }
          .title { color: #a5dcc0 !important; }
          .late { color: #ffb4ab !important; }
          .line { border-top-color: #3a453d !important; }
          .button { background: #a5dcc0 !important; color: #0c2a1c !important; }
        }
        """;

    private const string Table = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

    // A name or a title that is longer than a phone's line breaks. Mail programs know this older way of saying overflow-wrap: anywhere.
    private const string Words = "text-align:left;word-break:break-word";

    /// <param name="button">Words and address; null where there is nothing to press.</param>
    /// <param name="why">Why the reader gets it.</param>
    internal static WrittenDigest Write(
        string subject,
        string greeting,
        IReadOnlyList<string> opening,
        IReadOnlyList<DigestLine> lines,
        (string Words, string Address)? button,
        IReadOnlyList<string> closing,
        string why
    )
    {
        subject = OneLine(subject);
        var shortly = string.Join(
            "\n\n",
            [OneLine(greeting), .. opening, .. button is var (words, where) ? [$"{words}: {where}"] : Array.Empty<string>(), .. closing]
        );
        return new WrittenDigest(
            subject,
            Plain(greeting, opening, lines, button, closing, why),
            Html(subject, greeting, opening, lines, button, closing, why),
            shortly
        );
    }

    private static string Plain(
        string greeting,
        IReadOnlyList<string> opening,
        IReadOnlyList<DigestLine> lines,
        (string Words, string Address)? button,
        IReadOnlyList<string> closing,
        string why
    )
    {
        IEnumerable<string> paragraphs =
        [
            OneLine(greeting),
            .. opening,
            .. lines.Select(line =>
                string.Join(
                    "\n  ",
                    [$"* {OneLine(line.Title)}", .. line.Notes.Select(OneLine), .. line.Address is { } address ? [address] : Array.Empty<string>()]
                )
            ),
            .. button is var (words, where) && lines.Count != 1 ? [$"{words}: {where}"] : Array.Empty<string>(),
            .. closing,
            $"--\n{OneLine(why)}\n",
        ];
        return string.Join("\n\n", paragraphs);
    }

    private static string Html(
        string subject,
        string greeting,
        IReadOnlyList<string> opening,
        IReadOnlyList<DigestLine> lines,
        (string Words, string Address)? button,
        IReadOnlyList<string> closing,
        string why
    )
    {
        IEnumerable<string> paragraphs =
        [
            $"<h1 style=\"margin:0 0 16px;font-size:20px;font-weight:600\">{Encode(greeting)}</h1>",
            .. opening.Select(Paragraph),
            .. lines.Select(Line),
            .. button is var (words, where)
                ?
                [
                    $"<p class=\"line\" style=\"margin:0;padding:20px 0 4px\"><a class=\"button\" href=\"{Encode(where)}\" "
                        + $"style=\"display:inline-block;padding:12px 24px;font-weight:600;text-decoration:none\">{Encode(words)}</a></p>",
                ]
                : Array.Empty<string>(),
            .. closing
                .Select(Paragraph)
                .Select((paragraph, index) => index == 0 ? paragraph.Replace("margin:0 0 16px", "margin:16px 0", StringComparison.Ordinal) : paragraph),
        ];
        var body = string.Join('\n', paragraphs);
        return $"""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{Encode(subject)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <div role="main">
            {Table}><tr><td align="center" style="padding:16px 8px">
            {Table} style="max-width:600px"><tr><td class="card sheet" style="padding:24px;{Words}">
            {body}
            </td></tr><tr><td class="sheet quiet" style="padding:16px 24px;font-size:15px;{Words}">{Encode(why)}</td></tr></table>
            </td></tr></table>
            </div>
            </body>
            </html>
            """.ReplaceLineEndings("\n");
    }

    private static string Line(DigestLine line)
    {
        var title = line.Address is { } address
            ? $"<a class=\"title\" href=\"{Encode(address)}\" style=\"font-weight:600\">{Encode(line.Title)}</a>"
            : $"<strong>{Encode(line.Title)}</strong>";
        var notes = string.Concat(line.Notes.Select(note => $"<br><span class=\"{(line.IsLate ? "late" : "quiet")}\">{Encode(note)}</span>"));
        return $"<p class=\"line\" style=\"margin:0;padding:12px 0\">{title}{notes}</p>";
    }

    private static string Paragraph(string text) => $"<p style=\"margin:0 0 16px\">{string.Join("<br>", text.Split('\n').Select(Encode))}</p>";

    private static string Encode(string text) => WebUtility.HtmlEncode(OneLine(text));

    /// <summary>Names and titles are typed by people; one of them may hold a line break.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
