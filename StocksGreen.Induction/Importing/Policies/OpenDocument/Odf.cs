using System.Globalization;
using System.Xml.Linq;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>Looks into elements of OpenDocument by their local names: those of different name spaces never mean different things here.</summary>
internal static class Odf
{
    /// <returns>Null where there is none.</returns>
    internal static string? Said(this XElement element, string attribute)
    {
        for (var said = element.FirstAttribute; said is not null; said = said.NextAttribute)
        {
            if (said.Name.LocalName == attribute)
            {
                return said.Value;
            }
        }

        return null;
    }

    internal static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    internal static int Number(this XElement element, string attribute, int otherwise, int most) =>
        int.TryParse(element.Said(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most)
        : element.Said(attribute) is { Length: > 9 } long_ && long_.All(char.IsAsciiDigit) ? most
        : otherwise;

    /// <summary>The paragraphs of some part, each as plain words.</summary>
    internal static IEnumerable<string> Paragraphs(XElement part) =>
        part.DescendantsAndSelf().Where(element => element.Name.LocalName is "p" or "h").Select(Plain);

    internal static string Plain(XElement paragraph) =>
        string.Concat(
            paragraph
                .DescendantNodes()
                .Select(node =>
                    node switch
                    {
                        XText words => words.Value,
                        XElement { Name.LocalName: "s" or "tab" or "line-break" or "p" } => " ",
                        _ => "",
                    }
                )
        );
}
