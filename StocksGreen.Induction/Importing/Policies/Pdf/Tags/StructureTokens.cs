using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Tags;

/// <summary>The objects of which a structure tree is made. An element is entered once, so that a tree that goes round in circles ends.</summary>
internal sealed class StructureTokens
{
    private const int MostPagesDeep = 60;
    private const int MostElements = 1_000_000;
    private const int MostSpan = 1_000;

    private readonly PdfDocument document;
    private readonly Dictionary<long, int> pages = [];
    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);
    private readonly HashSet<DictionaryToken> entered = new(ReferenceEqualityComparer.Instance);

    private StructureTokens(PdfDocument document) => this.document = document;

    /// <returns>The root of the tree; null where the file has none.</returns>
    public static (StructureTokens Tokens, DictionaryToken Root)? Open(PdfDocument document)
    {
        var tokens = new StructureTokens(document);
        var catalogue = document.Structure.Catalog.CatalogDictionary;
        if (tokens.Get(catalogue, "StructTreeRoot") is not DictionaryToken root)
        {
            return null;
        }

        if (tokens.Get(root, "RoleMap") is DictionaryToken map)
        {
            foreach (var (from, to) in map.Data)
            {
                if (tokens.Resolve(to) is NameToken name)
                {
                    tokens.roles[from] = name.Data;
                }
            }
        }

        if (catalogue.TryGet(NameToken.Create("Pages"), out var first))
        {
            var count = 0;
            tokens.NumberPages(first, ref count, 0);
        }

        return (tokens, root);
    }

    public int? PageOf(DictionaryToken element) =>
        element.TryGet(NameToken.Create("Pg"), out var page)
        && page is IndirectReferenceToken reference
        && pages.TryGetValue(reference.Data.ObjectNumber, out var at)
            ? at
            : null;

    /// <summary>What the element is in the terms of the standard: "H2", "TD"; empty for none.</summary>
    public string RoleOf(DictionaryToken element)
    {
        var role = NameOf(element, "S") ?? "";
        for (var i = 0; i < 10 && roles.TryGetValue(role, out var standard) && standard != role; i++)
        {
            role = standard;
        }

        return role;
    }

    public string? NameOf(DictionaryToken dictionary, string key) => (Get(dictionary, key) as NameToken)?.Data;

    public int? NumberOf(DictionaryToken dictionary, string key) => (Get(dictionary, key) as NumericToken)?.Int;

    public string? TextOf(DictionaryToken dictionary, string key) =>
        Get(dictionary, key) switch
        {
            StringToken text => text.Data.Trim(),
            HexToken text => text.Data.Trim(),
            _ => null,
        };

    /// <summary>How many columns or rows a cell covers; 1 where it does not say.</summary>
    public int SpanOf(DictionaryToken cell, string key)
    {
        var attributes = Get(cell, "A");
        var all = attributes is ArrayToken array ? array.Data.Select(Resolve) : [attributes];
        return Math.Clamp(all.OfType<DictionaryToken>().Select(each => NumberOf(each, key)).FirstOrDefault(span => span is not null) ?? 1, 1, MostSpan);
    }

    public IEnumerable<IToken?> KidsOf(DictionaryToken element) =>
        Get(element, "K") switch
        {
            ArrayToken array => array.Data.Select(Resolve),
            null => [],
            var one => [one],
        };

    /// <summary>The elements under another, each entered.</summary>
    public IEnumerable<DictionaryToken> ElementsOf(DictionaryToken element) =>
        KidsOf(element).OfType<DictionaryToken>().Where(kid => NameOf(kid, "S") is not null && Enter(kid));

    /// <returns>False where the element was met before.</returns>
    public bool Enter(DictionaryToken element) => entered.Count < MostElements && entered.Add(element);

    private void NumberPages(IToken node, ref int count, int depth)
    {
        if (depth > MostPagesDeep || count > PdfBudget.MostPages || Resolve(node) is not DictionaryToken dictionary)
        {
            return;
        }

        if (Get(dictionary, "Kids") is ArrayToken kids)
        {
            foreach (var kid in kids.Data)
            {
                NumberPages(kid, ref count, depth + 1);
            }

            return;
        }

        count++;
        if (node is IndirectReferenceToken reference)
        {
            pages[reference.Data.ObjectNumber] = count;
        }
    }

    private IToken? Get(DictionaryToken dictionary, string key) => dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) : null;

    private IToken? Resolve(IToken token)
    {
        IToken? resolved = token;
        for (var i = 0; i < 20 && resolved is IndirectReferenceToken reference; i++)
        {
            resolved = document.Structure.GetObject(reference.Data)?.Data;
        }

        return resolved;
    }
}
