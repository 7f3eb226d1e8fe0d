using System.Text;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A cell of a staff list as it is looked at.</summary>
internal static partial class ListCell
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>
    /// Raw: <c>="001042"</c> (so that Excel keeps the noughts), a no-break space, a line break inside quotes, a mark of writing direction, an accent next to
    /// its letter, <c>#N/A</c> of a formula that found nothing.
    /// </summary>
    internal static string Clean(string cell)
    {
        cell = Spaces().Replace(Unseen().Replace(cell, "").Normalize(), " ").Trim();
        return AsText().Match(cell) is { Success: true } text ? text.Groups["text"].Value.Trim()
            : Nothing().IsMatch(cell) ? ""
            : cell;
    }

    /// <summary>Raw: "ZoÃ«" for Zoë, "Oâ€™Brien" for O’Brien: UTF-8 that a program took for Windows-1252 and wrote as UTF-8 again.</summary>
    /// <returns>The text as it was before; null where it was not encoded twice, or not wholly.</returns>
    internal static string? Repaired(string cell)
    {
        if (!Twice().IsMatch(cell))
        {
            return null;
        }

        try
        {
            return StrictUtf8.GetString(Windows.GetBytes(cell));
        }
        catch (Exception fault) when (fault is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether letters look encoded twice.</summary>
    internal static bool IsGarbled(string text) => Twice().IsMatch(text) || Halved().IsMatch(text);

    // The first byte of a letter of Latin script or of a typographic sign, then those that follow it, as Windows-1252 shows them.
    [GeneratedRegex(
        @"[\u00C2-\u00C5][\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
            + @"\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]|\u00E2\u20AC[\u0080-\u00BF\u0153\u2122\u02DC\u201C\u201D\u00A6]|\u00E1[\u00B8-\u00BB].",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Twice();

    /// <summary>Raw: "ZoÃ?" where a second program has lost the second half.</summary>
    [GeneratedRegex(@"\u00C3[^\p{L}]|\u00E2\u20AC", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Halved();

    [GeneratedRegex(@"[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"^(#N/A|#REF!|#VALUE!|#NAME\?|#NULL!|#DIV/0!|#NUM!|\(blank\))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();

    [GeneratedRegex("^=\"(?<text>[^\"]*)\"$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsText();
}
