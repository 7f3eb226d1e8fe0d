using System.Globalization;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A picture in a line of its own: <c>![What it shows](sha256:… "image/png 640x480")</c>.</summary>
internal static partial class PictureMarkdown
{
    private const string NotDescribed = "not described";
    private const string Decorative = "decorative";
    private const string Page = "page";

    internal static string Write(Picture picture)
    {
        var state = picture switch
        {
            { IsPage: true } => $" {Page}",
            { Alt: null } => $" {NotDescribed}",
            { Alt: "" } => $" {Decorative}",
            _ => "",
        };
        var alt = (picture.Alt ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"![{alt}](sha256:{picture.Sha256} \"{picture.MediaType} {picture.Width}x{picture.Height}{state}\")"
        );
    }

    /// <returns>Null where the line is no picture.</returns>
    internal static Picture? TryRead(string line)
    {
        var read = Line().Match(line);
        if (!read.Success)
        {
            return null;
        }

        var alt = Escape().Replace(read.Groups["alt"].Value, "${sign}").Trim();
        return new Picture(
            read.Groups["hash"].Value,
            read.Groups["type"].Value,
            read.Groups["state"].Value switch
            {
                NotDescribed => null,
                Decorative => "",
                _ => alt.Length == 0 ? null : alt,
            },
            int.Parse(read.Groups["width"].Value, CultureInfo.InvariantCulture),
            int.Parse(read.Groups["height"].Value, CultureInfo.InvariantCulture)
        )
        {
            IsPage = read.Groups["state"].Value == Page,
        };
    }

    [GeneratedRegex(
        @"^!\[(?<alt>(?:[^\]\\]|\\.)*)\]\(sha256:(?<hash>[0-9a-f]{64}) ""(?<type>[a-z]+/[a-z+]+) "
            + @"(?<width>[0-9]{1,6})x(?<height>[0-9]{1,6})(?: (?<state>not described|decorative|page))?""\)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Line();

    [GeneratedRegex(@"\\(?<sign>.)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escape();
}
