using System.Text;
using Microsoft.Playwright;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>
/// Pictures of every page at three widths and in two themes, with one page that shows them all: made where PICTURES names a folder, while the scenes are
/// looked at anyhow.
/// </summary>
internal static class ContactSheet
{
    private static readonly (int Width, int Height)[] Sizes = [(390, 844), (820, 1180), (1280, 900)];
    private static readonly Lock Sheet = new();

    internal static string? Folder => Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder ? folder : null;

    /// <summary>Takes the page as it is shown; nothing where no folder is named.</summary>
    internal static async Task KeepAsync(IPage page)
    {
        if (Folder is not { } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var name = string.Concat((TestContext.Current.Test?.TestDisplayName ?? "page").Split("(scene: ")[^1].Select(c => char.IsLetterOrDigit(c) ? c : '-'))
            .Trim('-');
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
                var path = Path.Combine(folder, $"{name}-{width}-{(theme is ColorScheme.Dark ? "dark" : "light")}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
            }
        }

        lock (Sheet)
        {
            File.WriteAllText(Path.Combine(folder, "index.html"), Html(folder));
        }
    }

    private static string Html(string folder)
    {
        var html = new StringBuilder(
            "<!DOCTYPE html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>Every page</title>"
                + "<style>body{font:1rem system-ui;margin:1rem}div{display:flex;gap:.5rem;align-items:start;overflow-x:auto}"
                + "img{height:22rem;border:1px solid}</style>"
        );
        var pictures = Directory.GetFiles(folder, "*.png").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
        foreach (var scene in pictures.GroupBy(file => file[..file.LastIndexOf('-', file.LastIndexOf('-') - 1)], StringComparer.Ordinal))
        {
            html.Append("<h2>").Append(scene.Key).Append("</h2><div>");
            foreach (var file in scene)
            {
                html.Append("<img loading=\"lazy\" alt=\"").Append(file).Append("\" src=\"").Append(Uri.EscapeDataString(file)).Append("\">");
            }

            html.Append("</div>");
        }

        return html.ToString();
    }
}
