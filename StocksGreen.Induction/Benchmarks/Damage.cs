using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>Damages files at random: their bytes, and what their archives, markup and streams hold, so that a reader gets as far as its own code.</summary>
internal sealed partial class Damage(Random random)
{
    internal const int MostCopies = 300;

    // What readers of numbers, dates, addresses and colours stumble over.
    internal static readonly string[] Values =
    [
        "",
        "-1",
        "0",
        "1",
        "99999999999999999999",
        "2147483648",
        "1e309",
        "NaN",
        "x",
        "%",
        "mailto:a@x;b@x",
        "http://[",
        "#",
        "\u202E",
        "\uFFFD",
        "[insert name]",
        "XX/XX/20XX",
        "31/02/2026",
        "Approved by:",
        "1.1.1.1.1.1",
        "سياسة السلوك",
        "📄",
    ];

    private static readonly string[] Tags =
    [
        "<table>",
        "</table>",
        "<td colspan=99999>",
        "<tr>",
        "<ul>",
        "</ul>",
        "<li value=-7>",
        "<ol type=i start=4000>",
        "<b>",
        "<a href='x:'>",
        "<!--",
        "<style>",
        "<p style='display:none'>",
        "<img src='data:image/png;base64,AAAA'>",
        "<script>",
        "<select><option>",
        "<svg><text>",
        "<dl><dt>",
        "&#0;",
        "&#xFFFFFFFF;",
        "**",
        "| a | b |\n|---|",
        "[a](b",
        "[^1]",
        "```",
        "\t",
        "\f",
        "\0",
        "\r",
        ";",
        "\"",
    ];

    /// <param name="name">Its ending says what is in it.</param>
    internal byte[] Of(byte[] file, string name)
    {
        if (random.Next(6) == 0)
        {
            return Bytes(file);
        }

        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".DOCX" or ".DOCM" or ".ODT" or ".XLSX" or ".ZIP" => Archive(file),
            ".PDF" => PdfStreams(file),
            ".XLS" when file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF]) => Bytes(file),
            ".MHT" => random.Next(2) == 0 ? Text(file) : Message(file),
            ".FODT" => Markup(file),
            _ => Text(file),
        };
    }

    /// <summary>Flips, removes, doubles or swaps stretches of bytes, or cuts the file.</summary>
    private byte[] Bytes(byte[] whole)
    {
        var file = whole.ToList();
        for (var times = random.Next(1, 8); times > 0 && file.Count > 1; times--)
        {
            var at = random.Next(file.Count);
            var length = Math.Min(random.Next(1, 200), file.Count - at);
            switch (random.Next(6))
            {
                case 0 or 1:
                    file[at] = (byte)random.Next(256);
                    break;
                case 2:
                    file.RemoveRange(at, length);
                    break;
                case 3:
                    file.InsertRange(at, file.GetRange(at, length));
                    break;
                case 4:
                    file.InsertRange(random.Next(file.Count), file.GetRange(at, length));
                    break;
                default:
                    file.RemoveRange(at, random.Next(3) == 0 ? file.Count - at : length);
                    break;
            }
        }

        return [.. file];
    }

    /// <summary>Damages one part in the archive, seldom two; or leaves one out, doubles it, or gives it the name of another.</summary>
    private byte[] Archive(byte[] file)
    {
        var parts = new List<(string Name, byte[] Content)>();
        using (var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read))
        {
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                using var content = new MemoryStream();
                stream.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }
        }

        for (var times = random.Next(4) == 0 ? 2 : 1; times > 0; times--)
        {
            // The largest part of markup is the text: it is taken every second time.
            var markup = parts.Where(part => IsMarkup(part.Name)).OrderByDescending(part => part.Content.Length).ToList();
            var chosen = parts.IndexOf(
                markup.Count == 0 || random.Next(6) == 0 ? parts[random.Next(parts.Count)] : markup[random.Next(2) * random.Next(markup.Count)]
            );
            var (name, content) = parts[chosen];
            switch (random.Next(20))
            {
                case 0:
                    parts.RemoveAt(chosen);
                    break;
                case 1:
                    parts.Add((name, content));
                    break;
                case 2:
                    parts[chosen] = (parts[random.Next(parts.Count)].Name, content);
                    break;
                case 3:
                    parts[chosen] = (name, Bytes(content));
                    break;
                default:
                    parts[chosen] = (name, IsMarkup(name) ? Markup(content) : Bytes(content));
                    break;
            }

            if (parts.Count == 0)
            {
                break;
            }
        }

        return SampleFiles.Zip(parts);
    }

    /// <summary>What is not well formed is damaged as bytes.</summary>
    private byte[] Markup(byte[] part) => new MarkupDamage(random).Of(part) ?? Bytes(part);

    private static bool IsMarkup(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Moves, doubles and removes stretches between one tag, line or cell and another, and puts odd ones between them.</summary>
    private byte[] Text(byte[] file)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(file));
        for (var times = random.Next(1, 10); times > 0 && text.Length > 1; times--)
        {
            var (at, length) = Stretch(text);
            var stretch = text.ToString(at, length);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, string.Concat(Enumerable.Repeat(stretch, random.Next(8) == 0 ? MostCopies : random.Next(1, 5))));
                    break;
                case 2:
                    text.Insert(Stretch(text).At, stretch);
                    break;
                case 3:
                    var value = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
                    text.Insert(at, random.Next(10) == 0 ? string.Concat(Enumerable.Repeat(value, MostCopies)) : value);
                    break;
                default:
                    var tag = Tags[random.Next(Tags.Length)];
                    text.Insert(at, random.Next(5) == 0 ? string.Concat(Enumerable.Repeat(tag, random.Next(MostCopies))) : tag);
                    break;
            }
        }

        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>From a sign that separates to one of the next.</summary>
    private (int At, int Length) Stretch(StringBuilder text)
    {
        var at = random.Next(text.Length);
        while (at > 0 && text[at] is not ('<' or '\n' or ',' or ' ' or '"'))
        {
            at--;
        }

        var end = at + 1;
        for (var signs = random.Next(1, 5); end < text.Length && end - at < 2_000; end++)
        {
            if (text[end] is '<' or '\n' or ',' or '"' && --signs == 0)
            {
                break;
            }
        }

        return (at, Math.Min(end, text.Length) - at);
    }

    /// <summary>The coded parts of a message, unpacked, damaged and coded again.</summary>
    private byte[] Message(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var parts = Coded().Matches(text);
        if (parts.Count == 0)
        {
            return Text(file);
        }

        var part = parts[random.Next(parts.Count)];
        try
        {
            var content = Text(Convert.FromBase64String(part.Value.Trim()));
            var coded = Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
            return Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, part.Index), coded, text.AsSpan(part.Index + part.Length)));
        }
        catch (FormatException)
        {
            return Text(file);
        }
    }

    /// <summary>Unpacks what is drawn on a page, changes words of it, and packs it again; or changes words of an object.</summary>
    private byte[] PdfStreams(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var streams = PdfStream().Matches(text);
        if (streams.Count == 0 || random.Next(3) == 0)
        {
            return Encoding.Latin1.GetBytes(Words(text, random.Next(1, 6)));
        }

        var stream = streams[random.Next(streams.Count)];
        var body = stream.Groups["body"];
        byte[] changed;
        try
        {
            using var packed = new ZLibStream(new MemoryStream(file, body.Index, body.Length, writable: false), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            packed.CopyTo(plain);
            using var again = new MemoryStream();
            using (var zlib = new ZLibStream(again, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(Encoding.Latin1.GetBytes(Words(Encoding.Latin1.GetString(plain.ToArray()), random.Next(1, 20))));
            }

            changed = again.ToArray();
        }
        catch (InvalidDataException)
        {
            return Bytes(file);
        }

        var before = text[..body.Index];
        var length = before.LastIndexOf("/Length ", StringComparison.Ordinal);
        var head =
            length < 0
                ? before
                : string.Concat(before.AsSpan(0, length), Digits().Replace(before[length..], changed.Length.ToString(CultureInfo.InvariantCulture), 1));
        return [.. Encoding.Latin1.GetBytes(head), .. changed, .. file.AsSpan(body.Index + body.Length)];
    }

    /// <summary>Exchanges words for others of the same text or for odd numbers and names.</summary>
    private string Words(string text, int times)
    {
        string[] odd = ["-1", "0", "99999999999", "/Nothing", "<<", ">>", "[", "]", "(", ")", "1 0 R", "9999 0 R", "null", "q", "Q", "BT", "ET", "1e30", "Tj"];
        for (; times > 0; times--)
        {
            var words = Word().Matches(text, text.Length == 0 ? 0 : random.Next(text.Length));
            if (words.FirstOrDefault() is not { } word)
            {
                continue;
            }

            var put = random.Next(3) switch
            {
                0 => odd[random.Next(odd.Length)],
                1 => words.Skip(random.Next(40)).FirstOrDefault()?.Value ?? "",
                _ => string.Concat(Enumerable.Repeat(word.Value + " ", random.Next(6) == 0 ? MostCopies : 2)),
            };
            text = string.Concat(text.AsSpan(0, word.Index), put, text.AsSpan(word.Index + word.Length));
        }

        return text;
    }

    [GeneratedRegex(@"(?<=\r\n\r\n)[A-Za-z0-9+/=\r\n]{40,}(?=\r\n--)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Coded();

    [GeneratedRegex(@"stream\r?\n(?<body>.*?)\r?\nendstream", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PdfStream();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[^\s]{1,40}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Word();
}
