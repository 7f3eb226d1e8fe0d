namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A policy that another says it links with, and the school's own policy that answers the name.</summary>
/// <param name="Title">As printed in the policy that names it.</param>
/// <param name="Policy">Null where the school has none in force that answers it.</param>
/// <param name="OutOfDate">"its review is overdue", "it is based on KCSIE 2024, which has been superseded"; null where it is up to date.</param>
public sealed record LinkedPolicy(string Title, Policy? Policy, string? OutOfDate)
{
    /// <summary>Looks the titles up among the policies in force. Where two would answer, none is guessed.</summary>
    /// <param name="titles">As printed.</param>
    /// <param name="editions">Of outside guidance, as recorded.</param>
    /// <param name="today">Date in Europe/London.</param>
    public static IReadOnlyList<LinkedPolicy> Match(
        IReadOnlyList<string> titles,
        IReadOnlyList<(Policy Policy, PolicyVersion Version)> inForce,
        IReadOnlyList<EditionInForce> editions,
        DateOnly today
    ) =>
        [
            .. titles.Select(title =>
                Answer(title, [.. inForce.Select(entry => entry.Policy)]) is { } policy
                    ? new LinkedPolicy(title, policy, Fault(inForce.First(entry => entry.Policy.Id == policy.Id).Version, editions, today))
                    : new LinkedPolicy(title, null, null)
            ),
        ];

    /// <summary>The policy that a printed title means; null where none does, or more than one might.</summary>
    /// <remarks>
    /// First the one of the same words in the same order, then the one of the same words, then the only one whose telling words are all in the printed title,
    /// or hold all of its.
    /// A printed "Code of conduct" means neither the staff's nor the governors'.
    /// </remarks>
    public static Policy? Answer(string title, IReadOnlyList<Policy> policies)
    {
        var wanted = new ComparableTitle(title);
        if (wanted.IsEmpty)
        {
            return null;
        }

        var own = policies.Select(policy => (Policy: policy, Words: new ComparableTitle(policy.Title))).Where(candidate => !candidate.Words.IsEmpty).ToList();
        foreach (var answers in (Func<ComparableTitle, bool>[])[wanted.ReadsAs, wanted.HasTheWordsOf, wanted.HoldsOrIsHeldBy])
        {
            var found = own.Where(candidate => answers(candidate.Words)).ToList();
            if (found.Count > 0)
            {
                return found.Count == 1 ? found[0].Policy : null;
            }
        }

        return null;
    }

    private static string? Fault(PolicyVersion version, IReadOnlyList<EditionInForce> editions, DateOnly today) =>
        version.ReviewOn(today).IsOverdue ? "its review is overdue"
        : EditionInForce.Superseding(version.Text.BasedOn, editions, today) is not null ? $"it is based on {version.Text.BasedOn}, which has been superseded"
        : null;
}
