using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>Which parts of a document are the policy.</summary>
internal static class PartChoice
{
    private const int MostNamed = 2;

    internal static DraftEdited KeepOnly(PolicyContent text, IReadOnlyList<int> chosen)
    {
        var parts = DocumentPart.Of(text);
        var kept = chosen.Where(at => at >= 0 && at < parts.Count).ToHashSet();
        if (kept.Count == 0)
        {
            return Refused("Tick at least one part of the document.");
        }

        if (kept.Count == parts.Count)
        {
            return Refused("Every part is ticked, so nothing would be left out. Untick what is not the policy.");
        }

        var stays = parts.Where((_, at) => kept.Contains(at)).ToList();
        return new DraftEdited.Done(
            text with
            {
                Sections = [.. stays.SelectMany(part => text.Sections.Skip(part.First).Take(part.Count))],
            },
            stays.Count <= MostNamed
                ? $"Kept only {string.Join(", ", stays.Select(part => $"“{part.Heading}”"))}"
                : $"Kept only {stays.Count} of {parts.Count} parts"
        )
        {
            LeftOut = [.. parts.Where((_, at) => !kept.Contains(at)).Select(part => new LeftOutPart(part.Heading, part.Words, part.Pages))],
        };
    }

    private static DraftEdited.Refused Refused(string sentence) => new([new ValidationError("Parts", sentence)]);
}
