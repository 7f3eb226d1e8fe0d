using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace StocksGreen.Induction.Tests.Importing.Policies.Word;

/// <summary>Writes Word documents part by part, in the shapes that Word, LibreOffice and Google Docs write them.</summary>
internal sealed class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
        + "xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly StringBuilder body = new();
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

    internal string Styles { get; set; } =
        string.Concat(
            Enumerable
                .Range(1, 3)
                .Select(level => Style($"Heading{level}", $"heading {level}", $"<w:pPr><w:outlineLvl w:val=\"{level - 1}\"/></w:pPr><w:rPr><w:b/></w:rPr>"))
        ) + Style("Title", "Title", "");

    internal string Numbering { get; set; } = "";

    /// <summary>Addresses that the text leads to, by the id of the relation.</summary>
    internal Dictionary<string, string> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Pictures by the id of the relation; each name ends with what they are: "rId90.png".</summary>
    internal Dictionary<string, byte[]> Pictures { get; } = new(StringComparer.Ordinal);

    /// <summary>"main+xml" for a document, "macroEnabled…" for one with macros.</summary>
    internal string ContentType { get; set; } = Main + "document.main+xml";

    internal static string Style(string id, string name, string properties, string? basedOn = null) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name "
        + $"w:val=\"{name}\"/>{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}{properties}</w:style>";

    /// <summary>A run: "b", "i", "u", "vanish" or nothing.</summary>
    internal static string R(string text, string look = "", int size = 0) =>
        $"<w:r><w:rPr>{(look.Length == 0 ? "" : look == "u" ? "<w:u w:val=\"single\"/>" : $"<w:{look}/>")}"
        + $"{(size == 0 ? "" : $"<w:sz w:val=\"{size}\"/>")}</w:rPr>{Words(text)}</w:r>";

    /// <summary>The words of a run: \t and \n as Word keeps them.</summary>
    internal static string Words(string text) =>
        string.Concat(
            text.Split('\n')
                .Select(
                    (line, i) =>
                        (i == 0 ? "" : "<w:br/>")
                        + string.Concat(
                            line.Split('\t')
                                .Select((piece, j) => (j == 0 ? "" : "<w:tab/>") + $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(piece)}</w:t>")
                        )
                )
        );

    internal static string Num(int list, int level) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    internal static string Level(int index, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/><w:pPr><w:ind "
        + $"w:left=\"{720 * (index + 1)}\" w:hanging=\"360\"/></w:pPr></w:lvl>";

    internal static string Kind(int id, params string[] levels) => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum>";

    internal static string List(int id, int kind, string overrides = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{overrides}</w:num>";

    /// <summary>A paragraph of one run.</summary>
    internal WordFile P(string text, string style = "", string look = "", string properties = "", int size = 0) => Runs(R(text, look, size), style, properties);

    /// <summary>A paragraph of given runs.</summary>
    internal WordFile Runs(string runs, string style = "", string properties = "") =>
        Raw($"<w:p><w:pPr>{(style.Length == 0 ? "" : $"<w:pStyle w:val=\"{style}\"/>")}{properties}</w:pPr>{runs}</w:p>");

    internal WordFile Table(params string[][] rows) => Raw(TableOf(rows));

    internal static string TableOf(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(CellOf))}</w:tr>"))}</w:tbl>";

    private static string CellOf(string cell) => $"<w:tc>{(cell.StartsWith('<') ? cell : $"<w:p>{R(cell)}</w:p>")}</w:tc>";

    internal WordFile Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>Adds a part that the document refers to: "header1" of type "header".</summary>
    internal WordFile Part(string name, string type, string root, string content)
    {
        parts[name] = $"{type}|<w:{root} {Namespaces}>{content}</w:{root}>";
        return this;
    }

    internal byte[] ToBytes()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = new Dictionary<string, string>(parts, StringComparer.Ordinal)
        {
            ["styles"] =
                $"styles|<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
                + $"w:val=\"Normal\"/></w:style>{Styles}</w:styles>",
        };
        if (Numbering.Length > 0)
        {
            all["numbering"] = $"numbering|<w:numbering {Namespaces}>{Numbering}</w:numbering>";
        }

        var relations = new StringBuilder();
        var types = new StringBuilder($"<Override PartName=\"/word/document.xml\" ContentType=\"{ContentType}\"/>");
        foreach (var ((name, part), i) in all.Select((part, i) => (part, i)))
        {
            var (type, xml) = (part[..part.IndexOf('|')], part[(part.IndexOf('|') + 1)..]);
            files[$"word/{name}.xml"] = xml;
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}{type}\" Target=\"{name}.xml\"/>");
            types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/word/{name}.xml\" ContentType=\"{Main}{type}+xml\"/>");
        }

        foreach (var (id, address) in Links)
        {
            relations.Append(
                CultureInfo.InvariantCulture,
                $"<Relationship Id=\"{id}\" Type=\"{Office}hyperlink\" Target=\"{SecurityElement.Escape(address)}\" TargetMode=\"External\"/>"
            );
        }

        foreach (var name in Pictures.Keys)
        {
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"{name.Split('.')[0]}\" Type=\"{Office}image\" Target=\"media/{name}\"/>");
        }

        files["word/document.xml"] = $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";
        files["word/_rels/document.xml.rels"] =
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";
        files["_rels/.rels"] =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
            + $"Type=\"{Office}officeDocument\" Target=\"word/document.xml\"/></Relationships>";
        files["[Content_Types].xml"] =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            + $"ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"emf\" "
            + $"ContentType=\"image/x-emf\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>{types}</Types>";
        return Zip(files, Pictures.ToDictionary(picture => $"word/media/{picture.Key}", picture => picture.Value, StringComparer.Ordinal));
    }

    internal static byte[] Zip(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, byte[]>? others = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }

            foreach (var (name, content) in others ?? new Dictionary<string, byte[]>(StringComparer.Ordinal))
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
