using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>The same policy in each form that is read.</summary>
internal static class SampleFiles
{
    private const string Boundary = "----part----";

    internal static byte[] Pdf(PolicyContent policy, Func<string, ReadOnlyMemory<byte>?>? pictureOf = null) => PolicyDocument.Create(Paper(policy, pictureOf));

    /// <summary>As the school gives it out, with tables, notes and pictures.</summary>
    internal static byte[] Word(PolicyContent policy, Func<string, ReadOnlyMemory<byte>?>? pictureOf = null) =>
        WordPolicyDocument.Create(Paper(policy, pictureOf));

    internal static byte[] Markdown(PolicyContent policy) => Encoding.UTF8.GetBytes(PolicyMarkdown.Whole(policy));

    internal static byte[] Text(PolicyContent policy)
    {
        var text = new StringBuilder($"{policy.Title}\n\n{policy.School}\n\n");
        foreach (var section in policy.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"{section.Heading}\n\n");
            foreach (var block in section.Blocks)
            {
                text.Append(
                    block is BulletList list
                        ? string.Concat(list.Items.Select(item => $"• {item.Text.PlainText}\n")) + "\n"
                        : string.Join("\n", BlockText.Texts([block]).Select(each => each.PlainText)) + "\n\n"
                );
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static byte[] WebPage(PolicyContent policy, byte[]? picture = null) =>
        Encoding.UTF8.GetBytes(Page(policy, picture is null ? "" : $"<img alt=\"A plan\" src=\"data:image/png;base64,{Convert.ToBase64String(picture)}\">"));

    /// <summary>A page and its picture as one message, as browsers save them.</summary>
    internal static byte[] WebPageInOneFile(PolicyContent policy, byte[] picture) =>
        Encoding.ASCII.GetBytes(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\""
                + $"{Boundary}\"\r\n\r\n--{Boundary}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Location: https://school.example/policy\r\n\r\n"
                + Lines(Encoding.UTF8.GetBytes(Page(policy, "<img alt=\"A plan\" src=\"cid:plan\">")))
                + "\r\n"
                + $"--{Boundary}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <plan>\r\n\r\n"
                + $"{Lines(picture)}\r\n--{Boundary}--\r\n"
        );

    internal static byte[] OpenDocument(PolicyContent policy, byte[] picture)
    {
        var text = new StringBuilder();
        foreach (var section in policy.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"<text:h text:outline-level=\"{section.Level + 1}\">{Coded(section.Heading)}</text:h>");
            foreach (var block in section.Blocks)
            {
                text.Append(
                    block switch
                    {
                        BulletList list => Each(
                            "text:list",
                            list.Items,
                            item => $"<text:list-item><text:p>{Coded(item.Text.PlainText)}</text:p></text:list-item>"
                        ),
                        Table table => Each("table:table", table.Rows, row => Each("table:table-row", row.Cells, CellOfText)),
                        _ => $"<text:p><text:span text:style-name=\"T1\">{Coded(WordsOf([block]))}</text:span></text:p>",
                    }
                );
            }
        }

        var content =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
            + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
            + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"><office:automatic-styles><style:style style:name=\"T1\" "
            + "style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style></office:automatic-styles><office:body><office:text>"
            + $"<text:p>{Coded(policy.Title)}</text:p><text:p>{Coded(policy.School)}</text:p>{text}<text:p>A note<text:note text:id=\"n1\" "
            + "text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>A footnote.</text:p></text:note-body>"
            + "</text:note> and "
            + "<text:a xlink:href=\"https://school.example/\">a link</text:a>.<draw:frame svg:width=\"5cm\" svg:height=\"5cm\"><draw:image "
            + "xlink:href=\"Pictures/plan.png\"/><svg:title>A plan</svg:title></draw:frame></text:p></office:text></office:body></office:document-content>";
        return Zip([
            ("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()),
            ("content.xml", Encoding.UTF8.GetBytes(content)),
            ("META-INF/manifest.xml", "<manifest/>"u8.ToArray()),
            ("Pictures/plan.png", picture),
        ]);
    }

    internal static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A grey picture of noise, which no archive makes smaller.</summary>
    /// <param name="side">Points; each is a byte of the file.</param>
    internal static byte[] Noise(int side, Random random)
    {
        var rows = new byte[(side + 1) * side];
        random.NextBytes(rows);
        for (var row = 0; row < side; row++)
        {
            rows[row * (side + 1)] = 0;
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        using var file = new MemoryStream();
        file.Write(PngChunks.Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        head[8] = 8; // bits of grey
        PngChunks.Write(file, "IHDR", head);
        PngChunks.Write(file, "IDAT", packed.ToArray());
        PngChunks.Write(file, "IEND", []);
        return file.ToArray();
    }

    internal static Sheet Staff(int people) =>
        new(
            "Staff",
            [.. ((string[])["Surname", "Forename", "Work email", "Job title", "Start date"]).Select(heading => new SheetColumn(heading))],
            Enumerable
                .Range(1, people)
                .Select(i =>
                    (IReadOnlyList<SheetCell>)
                        [
                            SheetCell.From(string.Create(CultureInfo.InvariantCulture, $"Example{i}")),
                            SheetCell.From("Ann"),
                            SheetCell.From(string.Create(CultureInfo.InvariantCulture, $"ann{i}@school.example")),
                            SheetCell.From(i % 3 == 0 ? "Teacher" : "Teaching assistant"),
                            SheetCell.From(new DateOnly(2020, 9, 1).AddDays(i)),
                        ]
                )
        );

    /// <summary>A table of a web page that is called .xls.</summary>
    internal static byte[] StaffPage(int people) =>
        Encoding.UTF8.GetBytes(
            "<html><body><table><tr><th>Surname<th>Forename<th>Work email<th>Job title</tr>"
                + string.Concat(
                    Enumerable
                        .Range(1, people)
                        .Select(i => string.Create(CultureInfo.InvariantCulture, $"<tr><td>Example{i}<td>Ann<td>ann{i}@school.example<td>Teacher</tr>"))
                )
                + "</table></body></html>"
        );

    private static PolicyPaper Paper(PolicyContent policy, Func<string, ReadOnlyMemory<byte>?>? pictureOf) =>
        new(policy, policy.School, "Version 1", new string('0', 64), DateTimeOffset.UnixEpoch, pictureOf ?? (_ => null));

    private static string Page(PolicyContent policy, string picture)
    {
        var page = new StringBuilder(
            $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{Coded(policy.Title)}</title><style>.note{{color:#333}}</style></head><body>"
                + $"<h1>{Coded(policy.Title)}</h1><p>{Coded(policy.School)}</p>"
        );
        foreach (var section in policy.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h{section.Level + 1}>{Coded(section.Heading)}</h{section.Level + 1}>");
            foreach (var block in section.Blocks)
            {
                page.Append(
                    block switch
                    {
                        BulletList list => Each("ul", list.Items, item => $"<li>{Coded(item.Text.PlainText)}</li>"),
                        Table table => Each("table", table.Rows, row => Each("tr", row.Cells, CellOfPage)),
                        _ => $"<p class=\"note\">{Coded(WordsOf([block]))}</p>",
                    }
                );
            }
        }

        return page.Append(picture).Append("<p><a href=\"https://school.example/\">The school</a></p></body></html>").ToString();
    }

    private static string Each<T>(string element, IEnumerable<T> inside, Func<T, string> make) =>
        $"<{element}>{string.Concat(inside.Select(make))}</{element}>";

    private static string CellOfText(TableCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"<table:table-cell table:number-columns-spanned=\"{cell.Columns}\">")
        + $"<text:p>{Coded(WordsOf(cell.Blocks))}</text:p></table:table-cell>";

    private static string CellOfPage(TableCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"<td colspan=\"{cell.Columns}\">{Coded(WordsOf(cell.Blocks))}</td>");

    private static string WordsOf(IReadOnlyList<Block> blocks) => string.Join(' ', BlockText.Texts(blocks).Select(text => text.PlainText));

    private static string Coded(string text) => WebUtility.HtmlEncode(text);

    private static string Lines(byte[] content) => Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
}
