using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Finds in running text who agreed to the policy and when it is reviewed, where no key detail says so.</summary>
/// <remarks>Raw: "This policy was approved by the Governing Board on 12 July 2026 and will be reviewed in March 2027."</remarks>
internal static partial class ReviewSentences
{
    private const int LongestSentence = 500;
    private const int LongestValue = 120;

    /// <param name="texts">The paragraphs and items of the policy, as plain words; only one that says nothing else gives a detail.</param>
    /// <returns>At most one detail about the approval and one about the review, in this order.</returns>
    public static IReadOnlyList<KeyDetail> DetailsOf(IEnumerable<string> texts, IReadOnlyList<KeyDetail> known)
    {
        var isApproved = known.Any(detail => Approval().IsMatch(detail.Name));
        var isReviewed = known.Any(detail => detail.Name.Contains("review", StringComparison.OrdinalIgnoreCase) || ReviewDateReader.IsOfReview(detail.Name));
        KeyDetail? approval = null;
        KeyDetail? review = null;
        // A sentence among others gives a month and no more: what an office means as a detail stands on its own.
        foreach (var sentence in texts.Select(text => Sentences(text).ToList()).Where(all => all.TrueForAll(IsOnlyThat)).SelectMany(all => all))
        {
            if (!isApproved && approval is null && ApprovedBy().Match(sentence) is { Success: true } approved)
            {
                approval = Detail("Approved by", approved.Groups["value"].Value);
            }

            if (!isReviewed && (review is null || ReviewDateReader.ReadMonth(review.Value) is null) && Review().Match(sentence) is { Success: true } reviewed)
            {
                var found = Detail("Review", reviewed.Groups["value"].Value);
                review = review is null || (found is not null && ReviewDateReader.ReadMonth(found.Value) is not null) ? found : review;
            }
        }

        return [.. new[] { approval, review }.OfType<KeyDetail>()];
    }

    /// <summary>Raw: "agreed April 2026 | look again April 2029", "We will look at these rules again in March 2028."</summary>
    /// <returns>Null where no sentence gives a month.</returns>
    public static ReviewMonth? MonthOf(IEnumerable<string> texts) =>
        texts
            .SelectMany(Sentences)
            .Select(sentence => MonthOf(Review().Match(sentence)) ?? MonthOf(LookAgain().Match(sentence)))
            .FirstOrDefault(month => month is not null);

    private static ReviewMonth? MonthOf(Match found) => found.Success ? ReviewDateReader.ReadMonth(found.Groups["value"].Value) : null;

    private static bool IsOnlyThat(string sentence) => ApprovedBy().IsMatch(sentence) || Review().IsMatch(sentence);

    private static KeyDetail? Detail(string name, string value)
    {
        value = Words.Tidy(value).TrimEnd('.', ',', ';', ' ');
        value =
            value.StartsWith("the ", StringComparison.Ordinal) || value.StartsWith("in ", StringComparison.Ordinal) ? value[(value.IndexOf(' ') + 1)..] : value;
        return value.Length is > 2 and <= LongestValue ? new KeyDetail(name, value) : null;
    }

    private static IEnumerable<string> Sentences(string text) =>
        Worth().IsMatch(text) ? SentenceEnd().Split(text).Where(sentence => sentence.Length <= LongestSentence) : [];

    [GeneratedRegex("review|look|approv|adopt|agreed|ratif|edition", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Worth();

    [GeneratedRegex("approv|adopt|agreed|ratif", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Approval();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}\d])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    private const string Document =
        @"\b(this|the|our|these)\s+([\p{L}’'-]+\s+){0,4}?(policy|policies|procedures?|document|plan|code|statement|handbook|guidance|scheme|protocol|charter"
        + @"|rules|arrangements)\b";

    private const string Date = @"([^.;]{0,40}?\b((19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b)";

    // Raw: "This policy was approved by the Governing Board on 12 July 2026"
    [GeneratedRegex(
        Document
            + @"[^.;]{0,40}?\b(was|were|has been|have been)\s+([\p{L}]+\s+)?(approved|adopted|agreed|ratified)\s+by\s+(?<value>[^.;,]{3,70}?\s(on|in)\s"
            + Date
            + ")",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ApprovedBy();

    // Raw: "This policy will be reviewed in March 2027, or sooner if …", "The policy is reviewed every two years by the head, next in Spring 2027."
    [GeneratedRegex(
        Document
            + @"[^.;]{0,120}?\b(will|is|are|must|shall|to)\s+(next\s+)?(be\s+)?(due\s+(to\s+be|for)\s+)?([\p{L}]+ly\s+)?review(ed)?\s+(again\s+)?"
            + @"(?<value>(by\s+the\s+[^.;,]{3,50}?\s)?((annually|yearly|termly|each year|once a year|every (year|term|\S+ years))\b"
            + @"[^.;,]{0,60}(,\s+next\s[^.;,]{0,40})?"
            + @"|(in|by|on|at|before|no later than)\b[^.;,]{0,60}?\b(19|20)\d\d\b))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Review();

    // Raw: "next look November 2026", "This bulletin will be looked at again in February 2028", "Review of this policy is due in May 2028"
    [GeneratedRegex(
        @"\b(look(ed)?( at)?( \S+){0,3} again|next (look|review|looked at|reviewed)|next edition|review(ed)? again"
            + @"|for review|will (next )?review (it|them|(this|these) \S+)|review (of this \S+ )?is due)\b"
            + @"(?<value>[^.;|]{0,40}?\b((19|20)\d\d)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LookAgain();
}
