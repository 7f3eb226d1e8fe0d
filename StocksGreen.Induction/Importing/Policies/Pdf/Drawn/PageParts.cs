using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Finds pages of which a damaged file has lost a part; the library gives such a page as one with fewer words or none.</summary>
/// <param name="isCutOff">True for a file whose end is missing: then fonts are looked for as well, because a whole file may name one that nothing uses.</param>
internal sealed class PageParts(PdfDocument document, bool isCutOff)
{
    private const int Deepest = 8;

    private readonly Dictionary<IndirectReference, bool> seen = [];

    /// <returns>False where the file names a part of the page that it does not hold.</returns>
    public bool AreThere(Page page) =>
        (!page.Dictionary.TryGet(NameToken.Contents, out var contents) || IsThere(contents, 0))
        && (!isCutOff || !page.Dictionary.TryGet(NameToken.Resources, out var resources) || IsThere(resources, 0));

    private bool IsThere(IToken? token, int depth) =>
        token switch
        {
            null => false,
            IndirectReferenceToken reference => IsThere(reference.Data, depth),
            ArrayToken parts => depth > Deepest || parts.Data.All(part => IsThere(part, depth + 1)),
            StreamToken stream => depth > Deepest || !isCutOff || IsThere(stream.StreamDictionary, depth + 1),
            DictionaryToken dictionary => depth > Deepest
                || dictionary.Data.All(entry => entry.Key is "Parent" or "P" or "StructParent" or "Dest" || IsThere(entry.Value, depth + 1)),
            _ => true,
        };

    private bool IsThere(IndirectReference reference, int depth)
    {
        if (!seen.TryGetValue(reference, out var isThere))
        {
            seen[reference] = true;
            seen[reference] = isThere = depth > Deepest || IsThere(document.Structure.GetObject(reference)?.Data, depth + 1);
        }

        return isThere;
    }
}
