using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>The addresses of a document's links, read from the archive itself: the library refuses a whole document for one mistyped address.</summary>
internal sealed class WordLinks
{
    private readonly Dictionary<(string Part, string Id), string> addresses = [];

    /// <summary>The document, with addresses that the library would stumble over put out of its way.</summary>
    internal ReadOnlyMemory<byte> File { get; private set; }

    /// <param name="file">An archive whose sizes have been looked at.</param>
    internal static WordLinks Read(ReadOnlyMemory<byte> file)
    {
        var links = new WordLinks { File = file };
        var mistyped = new Dictionary<string, XDocument>(StringComparer.Ordinal);
        using (var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read))
        {
            // Raw: word/_rels/document.xml.rels
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            {
                using var stream = entry.Open();
                using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
                var relations = XDocument.Load(reader);
                if (links.Take(relations, entry.FullName))
                {
                    mistyped[entry.FullName] = relations;
                }
            }
        }

        if (mistyped.Count > 0)
        {
            links.File = Rewrite(file, mistyped);
        }

        return links;
    }

    /// <returns>Null where the link leads to no place outside the document, or starts a program.</returns>
    internal string? AddressOf(string part, string? id) =>
        id is not null && addresses.TryGetValue((part.TrimStart('/'), id), out var address) ? FlowAddress.Safe(address) : null;

    private bool Take(XDocument relations, string name)
    {
        var part = name.Replace("_rels/", "", StringComparison.Ordinal);
        part = part[..^".rels".Length];
        var isMistyped = false;
        foreach (var relation in relations.Root?.Elements() ?? [])
        {
            if ((string?)relation.Attribute("TargetMode") != "External" || (string?)relation.Attribute("Target") is not { } target)
            {
                continue;
            }

            if ((string?)relation.Attribute("Id") is { } id)
            {
                addresses[(part, id)] = target;
            }

            if (!Uri.TryCreate(target, UriKind.RelativeOrAbsolute, out _))
            {
                isMistyped = true;
                relation.SetAttributeValue("Target", "about:blank");
            }
        }

        return isMistyped;
    }

    private static byte[] Rewrite(ReadOnlyMemory<byte> file, Dictionary<string, XDocument> changed)
    {
        using var stream = new MemoryStream();
        stream.Write(file.Span);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, relations) in changed)
            {
                archive.GetEntry(name)?.Delete();
                using var entry = archive.CreateEntry(name).Open();
                relations.Save(entry);
            }
        }

        return stream.ToArray();
    }
}
