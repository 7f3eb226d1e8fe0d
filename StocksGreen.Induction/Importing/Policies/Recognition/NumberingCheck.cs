using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Says where the printed numbers skip, repeat or go back. The sections keep the numbers that they have.</summary>
internal static class NumberingCheck
{
    public static void Warn(IReadOnlyList<Heading> headings, WarningList warnings)
    {
        var last = new Dictionary<string, Heading>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new List<string>();
        var skipped = new List<string>();
        var back = new List<string>();
        var part = "";
        foreach (var heading in headings)
        {
            if (heading.Label is not { } label)
            {
                continue;
            }

            if (label.Kind is LabelKind.Part or LabelKind.Appendix)
            {
                part = heading.Number; // the numbers may begin again below it
            }

            var scope = label.Kind is LabelKind.Part or LabelKind.Appendix ? "" : part;
            if (!seen.Add($"{scope}/{label.Kind}/{heading.Number}"))
            {
                repeated.Add($"{heading.Number} {heading.Title}");
            }

            var series = $"{scope}/{label.Kind}/{label.Depth}/{string.Join('.', label.Components.Take(label.Depth - 1))}";
            if (last.TryGetValue(series, out var before) && before.Label is { } previous)
            {
                if (label.Ordinal > previous.Ordinal + 1)
                {
                    skipped.Add($"{before.Number} is followed by {heading.Number}");
                }
                else if (label.Ordinal < previous.Ordinal)
                {
                    back.Add($"{before.Number} is followed by {heading.Number}");
                }
            }

            last[series] = heading;
        }

        Add(skipped, "The numbering has a gap: {0}. The numbers were kept as printed.", warnings);
        Add(back, "The numbering goes back: {0}. The numbers were kept as printed.", warnings);
        if (repeated.Count > 0)
        {
            warnings.Add(
                $"A section number is used more than once: {WarningList.Quote(repeated.Distinct(StringComparer.Ordinal))}. The numbers were kept as printed."
            );
        }
    }

    private static void Add(List<string> found, string sentence, WarningList warnings)
    {
        if (found.Count > 0)
        {
            warnings.Add(sentence.Replace("{0}", string.Join("; ", found), StringComparison.Ordinal));
        }
    }
}
