using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>
/// In which direction each letter of a line is read (UAX #9), for text without the signs that embed, override or isolate: <see cref="FontSet.Clean"/> takes
/// those away, so rules X1 to X8 have nothing to do.
/// </summary>
internal static class Bidi
{
    private const int MostOpenBrackets = 63; // BD16

    private static readonly (int First, int Last, BidiClass Class)[] Classes = ReadClasses();

    /// <summary>Whether any letter of the text is read from the right; without one all levels are 0.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            // Hebrew to Arabic Extended-A, their presentation forms, and the pairs of 0x10800 and 0x1E800 onwards.
            if (
                character
                is (>= '\u0590' and <= '\u08FF')
                    or (>= '\uFB1D' and <= '\uFDFF')
                    or (>= '\uFE70' and <= '\uFEFE')
                    or '\uD802'
                    or '\uD803'
                    or '\uD83A'
                    or '\uD83B'
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a paragraph is read from the right: its first letter is (P2 and P3).</summary>
    public static bool IsFromRight(string paragraph)
    {
        foreach (var character in paragraph.EnumerateRunes())
        {
            if (ClassOf(character) is var one and (BidiClass.L or BidiClass.R or BidiClass.AL))
            {
                return one is not BidiClass.L;
            }
        }

        return false;
    }

    /// <param name="paragraph">One paragraph.</param>
    /// <param name="baseLevel">0 for one read from the left, 1 from the right; null asks its first letter.</param>
    /// <returns>The level of each UTF-16 unit: even for letters read from the left, odd from the right.</returns>
    public static byte[] Levels(string paragraph, int? baseLevel = null)
    {
        var runes = paragraph.EnumerateRunes().ToArray();
        var given = Array.ConvertAll(runes, ClassOf);
        var level = baseLevel ?? (IsFromRight(paragraph) ? 1 : 0);
        var classes = Resolve(runes, given, level);
        var levels = new byte[paragraph.Length];
        for (var (i, at) = (0, 0); i < runes.Length; at += runes[i].Utf16SequenceLength, i++)
        {
            levels.AsSpan(at, runes[i].Utf16SequenceLength).Fill((byte)Level(classes[i], level));
        }

        return levels;
    }

    internal static BidiClass ClassOf(Rune character)
    {
        var (low, high) = (0, Classes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (character.Value < Classes[middle].First)
            {
                high = middle - 1;
            }
            else if (character.Value > Classes[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return Classes[middle].Class;
            }
        }

        return BidiClass.L;
    }

    private static BidiClass[] Resolve(Rune[] runes, BidiClass[] given, int level)
    {
        var edge = level == 0 ? BidiClass.L : BidiClass.R;
        var classes = (BidiClass[])given.Clone();
        ResolveNumbers(classes, edge);
        ResolveBrackets(runes, given, classes, edge);
        ResolveNeutrals(classes, edge);
        ResetSpaces(given, classes, level);
        return classes;
    }

    /// <summary>W1 to W7. Signs without a place of their own (BN) take the class of what is before them, as 5.2 allows.</summary>
    private static void ResolveNumbers(BidiClass[] classes, BidiClass edge)
    {
        var (before, strong) = (edge, edge);
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is BidiClass.NSM)
            {
                classes[i] = before;
            }

            if (classes[i] is BidiClass.BN)
            {
                continue;
            }

            before = classes[i];
            switch (classes[i])
            {
                case BidiClass.L or BidiClass.R or BidiClass.AL:
                    strong = classes[i];
                    break;
                case BidiClass.EN when strong is BidiClass.AL:
                    classes[i] = BidiClass.AN;
                    break;
            }
        }

        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is BidiClass.AL)
            {
                classes[i] = BidiClass.R;
            }
        }

        for (var i = 1; i < classes.Length - 1; i++)
        {
            if (
                NextTo(classes, i, -1) is { } left
                && NextTo(classes, i, 1) == left
                && (left is BidiClass.EN && classes[i] is BidiClass.ES or BidiClass.CS || left is BidiClass.AN && classes[i] is BidiClass.CS)
            )
            {
                classes[i] = left;
            }
        }

        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is BidiClass.ET)
            {
                var end = i;
                while (end < classes.Length && classes[end] is BidiClass.ET or BidiClass.BN)
                {
                    end++;
                }

                var isOfNumber = (end < classes.Length && classes[end] is BidiClass.EN) || NextTo(classes, i, -1) is BidiClass.EN;
                Array.Fill(classes, isOfNumber ? BidiClass.EN : BidiClass.ON, i, end - i);
            }
            else if (classes[i] is BidiClass.ES or BidiClass.CS)
            {
                classes[i] = BidiClass.ON;
            }
        }

        strong = edge;
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is BidiClass.L or BidiClass.R)
            {
                strong = classes[i];
            }
            else if (classes[i] is BidiClass.EN && strong is BidiClass.L)
            {
                classes[i] = BidiClass.L;
            }
        }
    }

    /// <summary>N0: brackets are read as what they hold, or as what is before them.</summary>
    private static void ResolveBrackets(Rune[] runes, BidiClass[] given, BidiClass[] classes, BidiClass edge)
    {
        foreach (var (open, close) in Pairs(runes, classes))
        {
            var (holdsEdge, holdsOther) = (false, false);
            for (var i = open + 1; i < close; i++)
            {
                holdsEdge |= Strong(classes[i]) == edge;
                holdsOther |= Strong(classes[i]) is { } one && one != edge;
            }

            if (!holdsEdge && !holdsOther)
            {
                continue;
            }

            var other = edge is BidiClass.L ? BidiClass.R : BidiClass.L;
            var reading = holdsEdge || Context(open) != other ? edge : other;
            foreach (var at in (int[])[open, close])
            {
                classes[at] = reading;
                for (var mark = at + 1; mark < classes.Length && given[mark] is BidiClass.NSM or BidiClass.BN; mark++)
                {
                    classes[mark] = reading;
                }
            }
        }

        BidiClass Context(int at)
        {
            while (--at >= 0)
            {
                if (Strong(classes[at]) is { } strong)
                {
                    return strong;
                }
            }

            return edge;
        }
    }

    private static List<(int Open, int Close)> Pairs(Rune[] runes, BidiClass[] classes)
    {
        var pairs = new List<(int, int)>();
        var open = new List<(int Closing, int At)>();
        for (var i = 0; i < runes.Length; i++)
        {
            if (classes[i] is not BidiClass.ON || Bracket(runes[i]) is not (var other, var isOpening))
            {
                continue;
            }

            if (isOpening)
            {
                if (open.Count == MostOpenBrackets)
                {
                    break;
                }

                open.Add((other, i));
            }
            else if (open.FindLastIndex(one => one.Closing == Canonical(runes[i].Value)) is var found and >= 0)
            {
                pairs.Add((open[found].At, i));
                open.RemoveRange(found, open.Count - found);
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <returns>The one that closes it, and whether this one opens; null for what is no bracket of a pair.</returns>
    private static (int Other, bool IsOpening)? Bracket(Rune character) =>
        Rune.GetUnicodeCategory(character) is var category and (UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation)
        && (int)UnicodeFunctions.Default.GetMirroring((uint)character.Value) is var other
        && other != character.Value
            ? (Canonical(other), category is UnicodeCategory.OpenPunctuation)
            : null;

    private static int Canonical(int bracket) =>
        bracket switch
        {
            0x2329 => 0x3008,
            0x232A => 0x3009,
            _ => bracket,
        };

    /// <summary>N1 and N2.</summary>
    private static void ResolveNeutrals(BidiClass[] classes, BidiClass edge)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (Strong(classes[i]) is not null)
            {
                continue;
            }

            var end = i;
            while (end < classes.Length && Strong(classes[end]) is null)
            {
                end++;
            }

            var (left, right) = (i == 0 ? edge : Strong(classes[i - 1])!.Value, end == classes.Length ? edge : Strong(classes[end])!.Value);
            Array.Fill(classes, left == right ? left : edge, i, end - i);
            i = end - 1;
        }
    }

    /// <summary>L1: spaces at the end of the paragraph, and before a tab or its end, are read as the paragraph is.</summary>
    private static void ResetSpaces(BidiClass[] given, BidiClass[] classes, int level)
    {
        var isAtEnd = true;
        for (var i = given.Length - 1; i >= 0; i--)
        {
            isAtEnd = given[i] is BidiClass.B or BidiClass.S || (isAtEnd && given[i] is BidiClass.WS or BidiClass.BN);
            if (isAtEnd)
            {
                classes[i] = level == 0 ? BidiClass.L : BidiClass.R;
            }
        }
    }

    /// <summary>Numbers count as read from the right for what stands next to them (N1).</summary>
    private static BidiClass? Strong(BidiClass one) =>
        one switch
        {
            BidiClass.L => BidiClass.L,
            BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
            _ => null,
        };

    private static BidiClass? NextTo(BidiClass[] classes, int at, int step)
    {
        do
        {
            at += step;
        } while (at >= 0 && at < classes.Length && classes[at] is BidiClass.BN);
        return at >= 0 && at < classes.Length ? classes[at] : null;
    }

    /// <summary>I1 and I2.</summary>
    private static int Level(BidiClass one, int level) =>
        (level, one) switch
        {
            (0, BidiClass.R) => 1,
            (0, BidiClass.EN or BidiClass.AN) => 2,
            (1, BidiClass.L or BidiClass.EN or BidiClass.AN) => 2,
            _ => level,
        };

    // Raw: "AL 608 60B 60D 61B-64A", in no order.
    private static (int First, int Last, BidiClass Class)[] ReadClasses()
    {
        using var stream =
            typeof(Bidi).Assembly.GetManifestResourceStream("BidiClasses.txt") ?? throw new InvalidOperationException("BidiClasses.txt is missing.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')
                .Select(line => line.Split(' '))
                .SelectMany(words => words.Skip(1).Select(range => Range(range, Enum.Parse<BidiClass>(words[0]))))
                .OrderBy(range => range.First),
        ];

        static (int First, int Last, BidiClass Class) Range(string range, BidiClass one)
        {
            var ends = range.Split('-');
            return (Number(ends[0]), Number(ends[^1]), one);
        }

        static int Number(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
