using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>Moves, doubles, removes, renames and nests elements and changes what they say; the markup stays whole, and what it says does not.</summary>
internal sealed class MarkupDamage(Random random)
{
    private static readonly string[] Elements =
    [
        "p",
        "r",
        "t",
        "br",
        "tab",
        "tbl",
        "tr",
        "tc",
        "del",
        "ins",
        "sdt",
        "sdtContent",
        "hyperlink",
        "fldChar",
        "instrText",
        "footnoteReference",
        "drawing",
        "pict",
        "AlternateContent",
        "Fallback",
        "txbxContent",
        "numPr",
        "span",
        "table",
        "table-row",
        "table-cell",
        "list",
        "list-item",
        "note",
        "frame",
        "row",
        "c",
        "v",
    ];

    /// <returns>Null where the part is not well formed.</returns>
    internal byte[]? Of(byte[] part)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(part, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }

        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var all = document.Root!.Descendants().ToList();
            if (all.Count == 0)
            {
                break;
            }

            Change(all[random.Next(all.Count)], all);
        }

        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { CheckCharacters = false, Encoding = new UTF8Encoding(false) }))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

    private void Change(XElement element, List<XElement> all)
    {
        var other = all[random.Next(all.Count)];
        switch (random.Next(10))
        {
            case 0:
                element.Remove();
                break;
            case 1:
                var copies = random.Next(4) == 0 ? Damage.MostCopies : random.Next(1, 5);
                // What a whole body would become is not what is looked for.
                element.AddAfterSelf(
                    Enumerable
                        .Range(0, element.Descendants().Take(Damage.MostCopies).Count() == Damage.MostCopies ? 1 : copies)
                        .Select(_ => new XElement(element))
                );
                break;
            case 2:
                other.Add(new XElement(element));
                break;
            case 3:
                element.Name = random.Next(2) == 0 ? other.Name : element.Name.Namespace + Elements[random.Next(Elements.Length)];
                break;
            case 4:
                var inside = new XElement(element);
                for (var depth = random.Next(1, 60); depth > 0; depth--)
                {
                    inside = new XElement(other.Name, other.Attributes(), inside);
                }

                element.ReplaceWith(inside);
                break;
            case 5:
                element.AddBeforeSelf(new XElement(element.Name.Namespace + Elements[random.Next(Elements.Length)], other.Attributes()));
                break;
            case 6:
                element.Value = random.Next(10) == 0 ? new string('x', 100_000) : Damage.Values[random.Next(Damage.Values.Length)];
                break;
            default:
                var attributes = (element.HasAttributes ? element : other).Attributes().Where(IsChangeable).ToList();
                if (attributes.Count > 0)
                {
                    var chosen = attributes[random.Next(attributes.Count)];
                    chosen.Value =
                        random.Next(3) == 0 && other.Attributes().FirstOrDefault(IsChangeable) is { } from ? from.Value
                        : random.Next(20) == 0 ? new string('9', 100_000)
                        : Damage.Values[random.Next(Damage.Values.Length)];
                }

                break;
        }
    }

    // Those of XML itself are written only as it knows them.
    private static bool IsChangeable(XAttribute attribute) => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml;
}
