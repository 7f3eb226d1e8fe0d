using System.IO.Compression;
using System.Text;
using System.Xml;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Counts the words of a document from its parts as they are written, without anything of what reads them for the policy.</summary>
internal sealed class WordCoverage
{
    private readonly List<string> words = [];
    private readonly HashSet<(string Kind, string Id)> notes = [];
    private readonly StringBuilder text = new();

    /// <param name="file">An archive whose sizes have been looked at.</param>
    internal static IReadOnlyList<string> WordsOf(ReadOnlyMemory<byte> file)
    {
        var coverage = new WordCoverage();
        using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
        foreach (var name in (string[])["document", "footnotes", "endnotes"])
        {
            if (archive.GetEntry($"word/{name}.xml") is { } entry)
            {
                using var stream = entry.Open();
                using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
                coverage.Read(reader);
            }
        }

        return coverage.words;
    }

    private void Read(XmlReader reader)
    {
        var isSign = false;
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && IsPassedOver(reader))
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "r")
            {
                isSign = false;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rFonts")
            {
                isSign = SymbolFonts.IsSymbolFont(AttributeOf(reader, "ascii"));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && IsWord(reader))
            {
                // Leaves the reader behind the element.
                var content = reader.ReadElementContentAsString();
                text.Append(isSign ? "" : content.Replace("\u00AD", "", StringComparison.Ordinal));
                continue;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "footnoteReference" or "endnoteReference")
            {
                notes.Add((reader.LocalName[..^"Reference".Length], AttributeOf(reader, "id") ?? ""));
            }
            else if (reader.LocalName is "p" or "tab" or "br" or "cr" or "txbxContent" or "tc")
            {
                End(isParagraph: reader.LocalName is "p" or "txbxContent");
            }

            reader.Read();
        }

        End(isParagraph: true);
    }

    /// <summary>What is not printed: deleted words, what older programs show in place of what newer ones do, notes without a mark.</summary>
    private bool IsPassedOver(XmlReader reader) =>
        reader.LocalName switch
        {
            "del" or "moveFrom" or "Fallback" or "sdtPr" or "instrText" or "pPrChange" or "rPrChange" => true,
            "footnote" or "endnote" => !notes.Contains((reader.LocalName, AttributeOf(reader, "id") ?? "")),
            // The mark of a note for the second time, which leads back to the first.
            "hyperlink" => AttributeOf(reader, "anchor")?.StartsWith("_Note", StringComparison.Ordinal) == true,
            _ => false,
        };

    private void End(bool isParagraph)
    {
        if (!isParagraph)
        {
            text.Append(' ');
            return;
        }

        // Raw: "o" and a tab before an item that someone typed: a bullet and no word
        var printed = text.ToString().Trim();
        words.AddRange(CoverageCount.WordsOf(printed.Length > 0 && BulletMarker.TryRead(printed) is { } bullet ? bullet.Text : printed));
        text.Clear();
    }

    private static bool IsWord(XmlReader reader) => reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    private static string? AttributeOf(XmlReader reader, string name)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }
}
