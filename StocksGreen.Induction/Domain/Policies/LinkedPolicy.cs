using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A policy that another says it links with, and the school's own policy that answers the name.</summary>
/// <param name="Title">As printed in the policy that names it.</param>
/// <param name="Policy">Null where the school has none in force that answers it.</param>
/// <param name="OutOfDate">"its review is overdue", "it is based on KCSIE 2024, which has been superseded"; null where it is up to date.</param>
public sealed record LinkedPolicy(string Title, Policy? Policy, string? OutOfDate)
{
    // Words that tell no policy from another.
    private static readonly string[] Fillers = ["policy", "policies", "the", "and", "of", "for", "a", "an", "our", "school", "schools", "statement", "procedure", "procedures", "on", "to", "in", "with"];

    /// <summary>Looks the titles up among the policies in force. Where two would answer, none is guessed.</summary>
    /// <param name="titles">As printed.</param>
    /// <param name="editions">Of outside guidance, as recorded.</param>
    /// <param name="today">Date in Europe/London.</param>
    public static IReadOnlyList<LinkedPolicy> Of(IReadOnlyList<string> titles, IReadOnlyList<(Policy Policy, PolicyVersion Version)> inForce, IReadOnlyList<EditionInForce> editions, DateOnly today) =>
        [.. titles.Select(title => Answer(title, [.. inForce.Select(entry => entry.Policy)]) is { } policy
            ? new LinkedPolicy(title, policy, Fault(inForce.First(entry => entry.Policy.Id == policy.Id).Version, editions, today))
            : new LinkedPolicy(title, null, null))];

    /// <summary>The policy that a printed title means; null where none does, or more than one might.</summary>
    public static Policy? Answer(string title, IReadOnlyList<Policy> policies)
    {
        var wanted = Words(title);
        if (wanted.Count == 0)
        {
            return null;
        }

        var exact = policies.Where(policy => Words(policy.Title).SetEquals(wanted)).ToList();
        if (exact.Count > 0)
        {
            return exact.Count == 1 ? exact[0] : null;
        }

        var alike = policies.Where(policy => Words(policy.Title) is { Count: > 0 } own && (own.IsSubsetOf(wanted) || wanted.IsSubsetOf(own))).ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    private static string? Fault(PolicyVersion version, IReadOnlyList<EditionInForce> editions, DateOnly today) =>
        version.ReviewOn(today).IsOverdue ? "its review is overdue"
        : EditionInForce.Superseding(version.Text.BasedOn, editions, today) is not null ? $"it is based on {version.Text.BasedOn}, which has been superseded"
        : null;

    /// <summary>Raw: "Acceptable Use Policies (AUP)", "Curriculum policies, such as: Computing, …" → acceptable use; curriculum.</summary>
    private static HashSet<string> Words(string title)
    {
        var folded = SearchText.Fold(title);
        foreach (var end in (string[])[", such as", " such as", " e.g.", "(", ":"])
        {
            folded = folded.IndexOf(end, StringComparison.Ordinal) is > 0 and var at ? folded[..at] : folded;
        }

        return [.. string.Concat(folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Fillers, StringComparer.Ordinal)];
    }
}
