using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Finds fonts of which the file does not say which character a sign is: what is read of them would be rubbish.</summary>
internal static class FontMaps
{
    /// <returns>How many letters of the page are set in such fonts.</returns>
    public static int CountUnmapped(PdfDocument document, Page page)
    {
        if (Get(document, page.Dictionary, "Resources") is not DictionaryToken resources || Get(document, resources, "Font") is not DictionaryToken fonts)
        {
            return 0;
        }

        var unmapped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in fonts.Data.Values)
        {
            if (
                Resolve(document, token) is DictionaryToken font
                && (Get(document, font, "Subtype") as NameToken)?.Data == "Type0"
                && Get(document, font, "ToUnicode") is null
                && (Get(document, font, "Encoding") as NameToken)?.Data is "Identity-H" or "Identity-V"
                && Get(document, font, "BaseFont") is NameToken name
            )
            {
                unmapped.Add(name.Data);
            }
        }

        var broken = page.Letters.Count(letter => letter.Value is null or "\uFFFD" || (letter.Value is [var only] && char.IsControl(only)));
        return unmapped.Count == 0
            ? broken
            : Math.Max(broken, page.Letters.Count(letter => unmapped.Contains(letter.FontName ?? "") && !string.IsNullOrWhiteSpace(letter.Value)));
    }

    private static IToken? Get(PdfDocument document, DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(document, token) : null;

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
