using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>Numbering of Word's own kind that prints the labels of a policy: "(a)", "(b)", then "10." where the policy jumps.</summary>
internal sealed class WordListNumbers
{
    private const int Levels = 9;
    private const int HangingIndent = 425;
    private const string RomanDigits = "ivxlcdm";

    private readonly List<AbstractNum> kinds = [];

    public WordListNumbers() => Bullets = Add(NumberFormatValues.Bullet, _ => "•", 1);

    /// <summary>The list of all bullets.</summary>
    public int Bullets { get; }

    /// <summary>The list that each item belongs to: neighbours whose labels count on share one, every jump begins another.</summary>
    public IReadOnlyList<int> Place(IReadOnlyList<string> labels)
    {
        var places = new List<int>(labels.Count);
        Sequence? open = null;
        for (var i = 0; i < labels.Count; i++)
        {
            if (open is { } running && running.LabelOf(running.Next) == labels[i])
            {
                open = running with { Next = running.Next + 1 };
                places.Add(places[^1]);
                continue;
            }

            open = Sequence.Find(labels[i], i + 1 < labels.Count ? labels[i + 1] : null);
            var label = labels[i];
            places.Add(
                open is { } begun
                    ? Add(begun.Format, level => $"{begun.Before}%{(level + 1).ToString(CultureInfo.InvariantCulture)}{begun.After}", begun.Next - 1)
                    : Add(NumberFormatValues.Decimal, _ => WordLine.Clean(label), 1)
            );
        }

        return places;
    }

    public Numbering ToNumbering()
    {
        var numbering = new Numbering();
        numbering.Append(kinds);
        numbering.Append(
            kinds.Select(kind => new NumberingInstance(new AbstractNumId { Val = kind.AbstractNumberId }) { NumberID = kind.AbstractNumberId!.Value + 1 })
        );
        return numbering;
    }

    private int Add(NumberFormatValues format, Func<int, string> pattern, int start)
    {
        var kind = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = kinds.Count };
        for (var level = 0; level < Levels; level++)
        {
            kind.Append(
                new Level(
                    new StartNumberingValue { Val = start },
                    new NumberingFormat { Val = format },
                    new LevelText { Val = pattern(level) },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(
                        new Indentation
                        {
                            Left = (WordLook.Step * (level + 1)).ToString(CultureInfo.InvariantCulture),
                            Hanging = HangingIndent.ToString(CultureInfo.InvariantCulture),
                        }
                    )
                )
                {
                    LevelIndex = level,
                }
            );
        }

        kinds.Add(kind);
        return kinds.Count;
    }

    /// <summary>Labels that count: what stands before and after the number, how it is written, and the one that comes next.</summary>
    private readonly record struct Sequence(string Before, string After, NumberFormatValues Format, int Next)
    {
        /// <returns>The sequence after this label; null where the label is no number.</returns>
        public static Sequence? Find(string label, string? following)
        {
            var start = 0;
            while (start < label.Length && !char.IsAsciiLetterOrDigit(label[start]))
            {
                start++;
            }

            var end = label.Length;
            while (end > start && !char.IsAsciiLetterOrDigit(label[end - 1]))
            {
                end--;
            }

            var (before, core, after) = (label[..start], label[start..end], label[end..]);
            if (core.Length == 0 || label.Contains('%', StringComparison.Ordinal))
            {
                return null;
            }

            var possible = Readings(core).Select(read => new Sequence(before, after, read.Format, read.Value + 1)).ToList();
            // Raw: "(i)" before "(ii)" is a Roman one, before "(j)" a letter.
            return possible.Count == 0 ? null
                : possible.Find(sequence => sequence.LabelOf(sequence.Next) == following) is { Before: not null } counting ? counting
                : possible[0];
        }

        public string LabelOf(int value) => $"{Before}{Write(Format, value)}{After}";

        private static IEnumerable<(NumberFormatValues Format, int Value)> Readings(string core)
        {
            if (int.TryParse(core, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && core[0] != '0')
            {
                yield return (NumberFormatValues.Decimal, number);
            }

            var lower = core.ToLowerInvariant();
            var isUpper = core.All(char.IsAsciiLetterUpper);
            if (!isUpper && core != lower)
            {
                yield break;
            }

            if (lower.All(RomanDigits.Contains) && FromRoman(lower) is { } roman)
            {
                yield return (isUpper ? NumberFormatValues.UpperRoman : NumberFormatValues.LowerRoman, roman);
            }

            if (lower is [>= 'a' and <= 'z' and var letter])
            {
                yield return (isUpper ? NumberFormatValues.UpperLetter : NumberFormatValues.LowerLetter, letter - 'a' + 1);
            }
        }

        private static int? FromRoman(string lower) =>
            lower.Length <= 8 && Enumerable.Range(1, 100).FirstOrDefault(value => Roman(value) == lower) is > 0 and var found ? found : null;

        private static string Write(NumberFormatValues format, int value) =>
            format == NumberFormatValues.LowerRoman ? Roman(value)
            : format == NumberFormatValues.UpperRoman ? Roman(value).ToUpperInvariant()
            : format == NumberFormatValues.LowerLetter && value <= 26 ? ((char)('a' + value - 1)).ToString()
            : format == NumberFormatValues.UpperLetter && value <= 26 ? ((char)('A' + value - 1)).ToString()
            : value.ToString(CultureInfo.InvariantCulture);

        private static string Roman(int value)
        {
            ReadOnlySpan<(int Value, string Sign)> signs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
            var roman = "";
            foreach (var (worth, sign) in signs)
            {
                for (; value >= worth; value -= worth)
                {
                    roman += sign;
                }
            }

            return roman;
        }
    }
}
