using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>How much of a policy a person reads and confirms at a time.</summary>
/// <remarks>
/// A section is a screen that someone confirms. One of far more words is not read in one go, and fifty of a few lines are pressed through. What is kept
/// together never becomes longer than one sitting, so that nothing is offered to be split that was just joined.
/// </remarks>
public static class Sittings
{
    /// <summary>A section with more is offered to be split: about two and a half minutes of reading.</summary>
    public const int MostWords = 600;

    /// <summary>A sub-section with no more is offered to be kept together with what it stands under.</summary>
    public const int FewWords = 200;

    /// <summary>How many screens a reader confirms: the key details and every section.</summary>
    public static int Screens(PolicyContent text) => text.Sections.Count + 1;

    /// <summary>The sections that are offered to be split, in printed order.</summary>
    public static IReadOnlyList<LongSection> Long(PolicyContent text) =>
        [
            .. text
                .Sections.Index()
                .Select(each => new LongSection(each.Index, each.Item.Heading, PolicyMarkdown.WordsOf(each.Item), SectionSplitting.Places(each.Item).Count))
                .Where(section => section is { Words: > MostWords, Subheadings: > 0 }),
        ];

    /// <summary>The sub-sections that are offered to be kept together with what they stand under, by their headings, in printed order.</summary>
    public static IReadOnlyList<string> Short(PolicyContent text) => SectionJoining.Join(text).Joined;

    /// <summary>How many screens there would be when these are kept together.</summary>
    public static int ScreensTogether(PolicyContent text) => Screens(SectionJoining.Join(text).Text);
}
