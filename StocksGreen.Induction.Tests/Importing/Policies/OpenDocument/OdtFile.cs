using StocksGreen.Induction.Tests.Importing.Policies.Word;

namespace StocksGreen.Induction.Tests.Importing.Policies.OpenDocument;

/// <summary>An OpenDocument text of which a test writes only what it is about.</summary>
internal sealed record OdtFile(string Body)
{
    private const string Spaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
        + "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + "xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" office:version=\"1.3\"";

    /// <summary>
    /// Styles by which the tests show words: S struck out, H hidden, B bold, U raised, D lowered, W white, N on a dark ground, L and K lists.
    /// </summary>
    private const string Usual =
        "<style:style style:name=\"S\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>"
        + "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
        + "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
        + "<style:style style:name=\"U\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style>"
        + "<style:style style:name=\"D\" style:family=\"text\"><style:text-properties style:text-position=\"-33% 58%\"/></style:style>"
        + "<style:style style:name=\"W\" style:family=\"text\"><style:text-properties fo:color=\"#ffffff\"/></style:style>"
        + "<style:style style:name=\"N\" style:family=\"paragraph\"><style:paragraph-properties fo:background-color=\"#1f3864\"/></style:style>"
        + "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-prefix=\"(\" style:num-suffix=\")\" "
        + "style:num-format=\"a\"/><text:list-level-style-number text:level=\"2\" style:num-suffix=\".\" style:num-format=\"i\"/></text:list-style>"
        + "<text:list-style style:name=\"K\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"/>"
        + "<text:list-level-style-bullet text:level=\"2\" text:bullet-char=\"✗\"/></text:list-style>";

    internal string Styles { get; init; } = "";

    internal string Pages { get; init; } = "";

    internal Dictionary<string, byte[]> Pictures { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal);

    internal string Type { get; init; } = "application/vnd.oasis.opendocument.text";

    internal static string P(string words) => $"<text:p>{words}</text:p>";

    internal static string Span(string style, string words) => $"<text:span text:style-name=\"{style}\">{words}</text:span>";

    internal static string Heading(string words, int level = 1) => $"<text:h text:outline-level=\"{level}\">{words}</text:h>";

    internal static string List(string style, params string[] items) =>
        $"<text:list text:style-name=\"{style}\">{string.Concat(items.Select(item => $"<text:list-item>{item}</text:list-item>"))}</text:list>";

    internal static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    internal static string Cell(string inside, string said = "") => $"<table:table-cell {said}>{inside}</table:table-cell>";

    internal byte[] ToBytes()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mimetype"] = Type,
            ["META-INF/manifest.xml"] = "<manifest/>",
            ["content.xml"] =
                $"<office:document-content {Spaces}><office:automatic-styles>{Usual}{Styles}</office:automatic-styles>{Content}</office:document-content>",
            ["styles.xml"] = $"<office:document-styles {Spaces}><office:master-styles>{Pages}</office:master-styles></office:document-styles>",
        };
        foreach (var (name, content) in Parts)
        {
            files[name] = content;
        }

        return WordFile.Zip(files, Pictures);
    }

    internal string ToFlat() =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {Spaces} office:mimetype=\"{Type}\"><office:automatic-styles>{Usual}{Styles}"
        + $"</office:automatic-styles><office:master-styles>{Pages}</office:master-styles>{Content}</office:document>";

    private string Content => $"<office:body><office:text>{Body}</office:text></office:body>";
}
