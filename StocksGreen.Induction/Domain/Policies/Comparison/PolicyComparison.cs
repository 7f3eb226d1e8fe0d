using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Comparison;

/// <summary>Finds for every part of a text the part of an earlier text that it comes from.</summary>
public static class PolicyComparison
{
    /// <summary>Less likeness than this, as a share of words in common, is another section.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>The same where the title or the number is the same too.</summary>
    private const double LeastLikenessUnderOneHeading = 0.2;

    /// <summary>In the order of the new text; what was removed stands where it stood.</summary>
    public static IReadOnlyList<PartComparison> Between(IReadOnlyList<PolicyPart> before, IReadOnlyList<PolicyPart> after)
    {
        var old = before.Select(part => new Candidate(part)).ToList();
        var @new = after.Select(part => new Candidate(part)).ToList();
        if (old.Count > 0 && @new.Count > 0)
        {
            Pair(old[0], @new[0]); // key details are key details
        }

        PairInOrder(old, @new, candidate => candidate.Part.Hash);
        PairInOrder(old, @new, candidate => $"{candidate.Title}\n{candidate.Body}");
        PairInOrder(old, @new, candidate => candidate.Body.Length == 0 ? null : candidate.Body);
        PairByHeading(old, @new, candidate => candidate.Title);
        PairByHeading(old, @new, candidate => candidate.Part.Number.Length == 0 ? null : candidate.Part.Number);
        PairByLikeness(old, @new);
        return Lines(old, @new);
    }

    private static void Pair(Candidate old, Candidate @new)
    {
        old.Other = @new;
        @new.Other = old;
    }

    /// <summary>Pairs what has the same key, first with first.</summary>
    private static void PairInOrder(List<Candidate> old, List<Candidate> @new, Func<Candidate, string?> key)
    {
        var open = old.Where(candidate => candidate.Other is null && key(candidate) is not null)
            .GroupBy(candidate => key(candidate)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<Candidate>(group), StringComparer.Ordinal);
        foreach (var candidate in @new.Where(candidate => candidate.Other is null))
        {
            if (key(candidate) is { } own && open.TryGetValue(own, out var queue) && queue.TryDequeue(out var match))
            {
                Pair(match, candidate);
            }
        }
    }

    /// <summary>Pairs what has the same key and is like enough.</summary>
    private static void PairByHeading(List<Candidate> old, List<Candidate> @new, Func<Candidate, string?> key)
    {
        var open = Open(old).ToLookup(key, StringComparer.Ordinal);
        PairLikeliest(
            Open(@new).Where(candidate => key(candidate) is not null).SelectMany(candidate => open[key(candidate)].Select(other => (other, candidate))),
            LeastLikenessUnderOneHeading
        );
    }

    private static void PairByLikeness(List<Candidate> old, List<Candidate> @new)
    {
        var open = Open(old).ToList();
        PairLikeliest(Open(@new).SelectMany(candidate => open.Select(other => (other, candidate))), LeastLikeness);
    }

    /// <summary>
    /// The likeliest pair first, until none is like enough. Pairs equally like go by nearness, then by place, so that either text may come first.
    /// </summary>
    private static void PairLikeliest(IEnumerable<(Candidate Old, Candidate New)> pairs, double least)
    {
        var likeliest = pairs
            .Select(pair => (pair.Old, pair.New, Likeness: pair.Old.Likeness(pair.New)))
            .Where(pair => pair.Likeness >= least)
            .OrderByDescending(pair => pair.Likeness)
            .ThenBy(pair => Math.Abs(pair.Old.Part.Ordinal - pair.New.Part.Ordinal))
            .ThenBy(pair => pair.Old.Part.Ordinal + pair.New.Part.Ordinal);
        foreach (var (first, second, _) in likeliest)
        {
            if (first.Other is null && second.Other is null)
            {
                Pair(first, second);
            }
        }
    }

    private static IEnumerable<Candidate> Open(List<Candidate> candidates) => candidates.Where(candidate => candidate.Other is null);

    private static List<PartComparison> Lines(List<Candidate> old, List<Candidate> @new)
    {
        var inPlace = InPlace(@new);
        var lines = new List<PartComparison>();
        var removed = old.Where(candidate => candidate.Other is null).ToList();
        foreach (var candidate in @new)
        {
            if (candidate.Other is { } other)
            {
                while (inPlace.Contains(candidate) && removed is [var gone, ..] && gone.Part.Ordinal < other.Part.Ordinal)
                {
                    lines.Add(new PartComparison(gone.Part, null, ChangeKind.Removed));
                    removed.RemoveAt(0);
                }
            }

            lines.Add(new PartComparison(candidate.Other?.Part, candidate.Part, candidate.Kind(inPlace.Contains(candidate))));
        }

        lines.AddRange(removed.Select(gone => new PartComparison(gone.Part, null, ChangeKind.Removed)));
        return lines;
    }

    /// <summary>The longest run of pairs whose order is the same in both texts: all others were moved.</summary>
    private static HashSet<Candidate> InPlace(List<Candidate> @new)
    {
        var paired = @new.Where(candidate => candidate.Other is not null).ToList();
        var ends = new List<int>();
        var before = new int[paired.Count];
        for (var i = 0; i < paired.Count; i++)
        {
            var ordinal = paired[i].Other!.Part.Ordinal;
            var at = ends.FindIndex(end => paired[end].Other!.Part.Ordinal >= ordinal);
            before[i] =
                at == 0 ? -1
                : at < 0
                    ? ends.Count == 0 ? -1
                        : ends[^1]
                : ends[at - 1];
            if (at < 0)
            {
                ends.Add(i);
            }
            else
            {
                ends[at] = i;
            }
        }

        var inPlace = new HashSet<Candidate>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            inPlace.Add(paired[i]);
        }

        return inPlace;
    }

    private sealed class Candidate
    {
        private readonly Dictionary<string, int> words;
        private readonly int count;

        internal Candidate(PolicyPart part)
        {
            Part = part;
            Title = Fold(part.Title);
            // Raw: "## 4.1 Reputation\n\n- All members of staff …": the heading is compared on its own.
            Body = part.Ordinal == 0 ? part.Markdown : part.Markdown[(part.Markdown.IndexOf('\n', StringComparison.Ordinal) + 1)..];
            words = Fold(Body)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .GroupBy(word => word, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            count = words.Values.Sum();
        }

        internal PolicyPart Part { get; }

        internal string Title { get; }

        internal string Body { get; }

        internal Candidate? Other { get; set; }

        /// <summary>Words in common as a share of both texts: 1 for the same words, 0 for none; 1 where both are empty.</summary>
        internal double Likeness(Candidate other)
        {
            if (count + other.count == 0)
            {
                return 1;
            }

            var (fewer, more) = words.Count < other.words.Count ? (words, other.words) : (other.words, words);
            return 2.0 * fewer.Sum(word => Math.Min(word.Value, more.GetValueOrDefault(word.Key))) / (count + other.count);
        }

        internal ChangeKind Kind(bool isInPlace)
        {
            if (Other is null)
            {
                return ChangeKind.Added;
            }

            if (!string.Equals(Body, Other.Body, StringComparison.Ordinal) || !string.Equals(Part.Title, Other.Part.Title, StringComparison.Ordinal))
            {
                return ChangeKind.Changed;
            }

            return isInPlace && string.Equals(Part.Hash, Other.Part.Hash, StringComparison.Ordinal) ? ChangeKind.Unchanged : ChangeKind.Moved;
        }

        private static string Fold(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '));
    }
}
