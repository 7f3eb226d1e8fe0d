using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>A page of a draft that is published as a picture, or that is still to be given one.</summary>
/// <param name="Section">From 0.</param>
/// <param name="State">What is still to be done, in words.</param>
/// <param name="IsDone">True where it has its picture, and a person has written or confirmed its words.</param>
internal sealed record ListedPage(int Section, string Heading, bool HasPicture, string State, bool IsDone)
{
    public static IReadOnlyList<ListedPage> In(DraftDetails draft)
    {
        var points = PagePoints.BySection(draft.Text).ToDictionary(each => each.Section, each => each.Point);
        var open = draft.Fidelity.Open.Where(point => point.Kind is FidelityKind.PageText).Select(point => point.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. draft
                .Text.Sections.Select((section, at) => (section, at))
                .Where(each => points.ContainsKey(each.at) || each.section.Blocks.Any(PagePictures.IsMissing))
                .Select(each => Create(each.at, each.section, points.GetValueOrDefault(each.at), open)),
        ];
    }

    private static ListedPage Create(int at, PolicySection section, FidelityPoint? point, HashSet<string> open)
    {
        var isDone = point is not null && !open.Contains(point.Key);
        return new ListedPage(
            at,
            section.Heading,
            point is not null,
            point is null ? "Its picture is missing"
                : isDone ? "Words written or confirmed"
                : point.Text.Length == 0 ? "No words yet"
                : "Words to be confirmed",
            isDone
        );
    }
}
