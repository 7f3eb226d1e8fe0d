using System.Globalization;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>
/// What a phone fetches to read the first part: the page, its style sheets, its script, its icon and the fonts that Latin text needs, compressed as sent.
/// </summary>
internal sealed partial record ReadingPageBytes(int Page, int Styles, int Script, int Fonts, int Icon)
{
    private static readonly string[] LatinFonts = ["fonts/source-sans-3-latin-400-normal.woff2", "fonts/source-sans-3-latin-600-normal.woff2"];

    internal static async Task<ReadingPageBytes> WeighAsync(Uri server, SimulatedReaders crowd, CancellationToken cancellationToken)
    {
        using var http = await SimulatedReaders.SignInAsync(server, crowd.Onlooker, cancellationToken);
        var path = Components.Urls.Part(crowd.Version.Id, 0);
        var page = await http.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken);
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        async Task<int> SizeAsync(string url) => (await http.GetByteArrayAsync(new Uri(url, UriKind.Relative), cancellationToken)).Length;

        var (styles, fonts, icon) = (0, 0, 0);
        foreach (Match link in Link().Matches(page))
        {
            var size = await SizeAsync("/" + link.Groups["url"].Value.TrimStart('/'));
            (styles, icon) = link.Groups["kind"].Value == "icon" ? (styles, icon + size) : (styles + size, icon);
        }

        var script = 0;
        foreach (Match source in Source().Matches(page))
        {
            script += await SizeAsync("/" + source.Groups["url"].Value.TrimStart('/'));
        }

        foreach (var font in LatinFonts)
        {
            fonts += await SizeAsync("/" + font);
        }

        return new ReadingPageBytes(await SizeAsync(path), styles, script, fonts, icon);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Page + Styles + Script + Fonts + Icon) / 1024.0:0.0} KB (page {Page / 1024.0:0.0}, styles {Styles / 1024.0:0.0}, script "
                + $"{Script / 1024.0:0.0}, fonts {Fonts / 1024.0:0.0}, icon {Icon / 1024.0:0.0})"
        );

    [GeneratedRegex("""<link rel="(?<kind>icon|stylesheet)"[^>]*href="(?<url>[^"]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("""<script[^>]* src="(?<url>[^"]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
