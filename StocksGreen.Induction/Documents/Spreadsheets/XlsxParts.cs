using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;

namespace StocksGreen.Induction.Documents.Spreadsheets;

/// <summary>What is the same in every workbook of ours, and the spelling rules of the format.</summary>
internal static class XlsxParts
{
    /// <summary>Of a tab, in characters.</summary>
    private const int LongestName = 31;

    private const int LongestText = 32_767;

    private const int LongestHeader = 240;

    private const string ContentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">What the tab of each says, and its title; the file has that of the first.</param>
    internal static IEnumerable<(string Path, string Xml)> Fixed(IReadOnlyList<(string Name, string Title)> sheets) =>
        [
            (
                "[Content_Types].xml",
                $"""<Types xmlns="{Package}content-types">"""
                    + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
                    + """<Default Extension="xml" ContentType="application/xml"/>"""
                    + $"""<Override PartName="/xl/workbook.xml" ContentType="{ContentTypes}sheet.main+xml"/>"""
                    + Each(
                        sheets,
                        (_, number, _) =>
                            $"""<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{ContentTypes}worksheet+xml"/>"""
                            + $"""<Override PartName="/xl/tables/table{number}.xml" ContentType="{ContentTypes}table+xml"/>"""
                    )
                    + """<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"""
                    + $"""<Override PartName="/xl/styles.xml" ContentType="{ContentTypes}styles+xml"/></Types>"""
            ),
            (
                "_rels/.rels",
                $"""<Relationships xmlns="{Package}relationships">"""
                    + $"""<Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/>"""
                    + $"""<Relationship Id="rId2" Type="{Package}relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""
            ),
            (
                "docProps/core.xml",
                $"""<cp:coreProperties xmlns:cp="{Package}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"""
                    + $"<dc:title>{Escape(Text(sheets[0].Title))}</dc:title></cp:coreProperties>"
            ),
            (
                "xl/workbook.xml",
                $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relation}"><sheets>"""
                    + Each(sheets, (sheet, number, _) => $"""<sheet name="{Escape(TabName(sheet))}" sheetId="{number}" r:id="rId{number}"/>""")
                    + "</sheets><definedNames>"
                    + Each(
                        sheets,
                        (sheet, _, index) =>
                            $"""<definedName name="_xlnm.Print_Titles" localSheetId="{index}">"""
                            + $"'{Escape(TabName(sheet).Replace("'", "''", StringComparison.Ordinal))}'!$1:$1</definedName>"
                    )
                    + "</definedNames></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Package}relationships">"""
                    + Each(sheets, (_, number, _) => $"""<Relationship Id="rId{number}" Type="{Relation}/worksheet" Target="worksheets/sheet{number}.xml"/>""")
                    + string.Create(
                        CultureInfo.InvariantCulture,
                        $"""<Relationship Id="rId{sheets.Count + 1}" Type="{Relation}/styles" Target="styles.xml"/></Relationships>"""
                    )
            ),
            .. Enumerable
                .Range(1, sheets.Count)
                .Select(number =>
                    (
                        FormattableString.Invariant($"xl/worksheets/_rels/sheet{number}.xml.rels"),
                        $"""<Relationships xmlns="{Package}relationships">"""
                            + FormattableString.Invariant($"""<Relationship Id="rId1" Type="{Relation}/table" Target="../tables/table{number}.xml"/>""")
                            + "</Relationships>"
                    )
                ),
            (
                "xl/styles.xml",
                """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2">"""
                    + """<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><fonts count="2">"""
                    + """<font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">"""
                    + """<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>"""
                    + """<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">"""
                    + """<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">"""
                    + """<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"""
                    + """<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>"""
                    + """<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"""
                    + """<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"""
                    + """<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>"""
            ),
        ];

    /// <param name="make">Given the name of a sheet, its number from 1, and its number from 0.</param>
    private static string Each(IReadOnlyList<(string Name, string Title)> sheets, Func<string, string, string, string> make) =>
        string.Concat(sheets.Select((sheet, i) => make(sheet.Name, (i + 1).ToString(CultureInfo.InvariantCulture), i.ToString(CultureInfo.InvariantCulture))));

    private static string Escape(string text) => SecurityElement.Escape(text);

    /// <summary>Text over a printed page, in which an ampersand begins a code and more than 255 letters are a fault.</summary>
    internal static string Header(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))).Replace("&", "&&", StringComparison.Ordinal);
        return plain.Length <= LongestHeader ? plain : plain[..LongestHeader].TrimEnd('&') + "…";
    }

    /// <summary>"A", "Z", "AA" …</summary>
    /// <param name="column">From 0.</param>
    internal static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>
    /// Text as the format spells it: what XML cannot carry becomes <c>_x0007_</c>, which a spreadsheet reads back; what is too long for a cell is cut and says
    /// so.
    /// </summary>
    internal static string Text(string text)
    {
        var spelled = new StringBuilder(Math.Min(text.Length, LongestText));
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            if (isPair)
            {
                spelled.Append(text, at++, 2);
            }
            else if (IsEscape(text.AsSpan(at)))
            {
                spelled.Append("_x005F_"); // The underscore itself, so that what follows is read as it stands.
            }
            else if (XmlConvert.IsXmlChar(text[at]) && text[at] != '\r')
            {
                spelled.Append(text[at]);
            }
            else
            {
                spelled.Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
            }
        }

        return spelled.Length <= LongestText ? spelled.ToString() : spelled.ToString(0, LongestText - 1) + "…";
    }

    /// <summary>True where a text really says <c>_x0041_</c>.</summary>
    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7
        && text[0] == '_'
        && text[1] == 'x'
        && text[6] == '_'
        && int.TryParse(text[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _);

    private static string TabName(string name)
    {
        var allowed = string.Concat(name.Select(letter => "[]:*?/\\".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? ' ' : letter))
            .Trim('\'', ' ');
        return allowed.Length == 0 ? "Sheet" : allowed[..Math.Min(allowed.Length, LongestName)].TrimEnd();
    }
}
