using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Publishing.Importing;

/// <summary>What stands before the first section, apart from the title and the school.</summary>
/// <param name="Preamble">The lines that are text.</param>
internal sealed record Head(IReadOnlyList<KeyDetail> KeyDetails, IReadOnlyList<SourceLine> Preamble);

/// <summary>Sorts the head of the document into key details, preamble, and lines that have no place, which go to the warnings.</summary>
internal static class HeadReader
{
    // A motto or a date is short; a longer line is more likely to be missed than to disturb, so that it stays in the preamble.
    private const int MostWordsOfLineWithoutPlace = 8;
    private const int MostWordsWithoutPlace = 15;

    /// <summary>The lines above <paramref name="end"/> that are key details or only name them.</summary>
    public static HashSet<int> FindDetailLines(IReadOnlyList<SourceLine> lines, int end)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < end; i++)
        {
            if (KeyDetailReader.IsLabel(lines[i].Plain) || (lines[i].Kind == LineKind.TableRow ? KeyDetailReader.FromRow(lines[i]).Count > 0 : ReadLine(lines, i) is not null))
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <param name="end">Index of the first section's heading.</param>
    /// <param name="isTaken">True for the lines of the title and the school.</param>
    public static Head Read(IReadOnlyList<SourceLine> lines, int end, Func<int, bool> isTaken, string title, string school, WarningList warnings)
    {
        var details = new List<KeyDetail>();
        var preamble = new List<SourceLine>();
        var homeless = new List<string>();
        var hasText = false;
        for (var i = 0; i < end; i++)
        {
            var line = lines[i];
            if (line.IsGap)
            {
                preamble.Add(line);
            }
            else if (isTaken(i) || (!hasText && (line.Plain == title || line.Plain == school)))
            {
                preamble.Add(SourceLine.Blank(line.Page));
            }
            else if (KeyDetailReader.IsLabel(line.Plain))
            {
                preamble.Add(SourceLine.Blank(line.Page));
                if (Words.Key(line.Plain) != "keydetails")
                {
                    homeless.Add(line.Plain);
                }
            }
            else if (line.Kind == LineKind.TableRow && KeyDetailReader.FromRow(line) is { Count: > 0 } row)
            {
                details.AddRange(row);
                preamble.Add(SourceLine.Blank(line.Page));
            }
            else if (ReadLine(lines, i) is { } detail)
            {
                details.Add(TakeValueBelow(lines, ref i, end, detail));
                preamble.Add(SourceLine.Blank(line.Page));
            }
            else if (!hasText && LengthWithoutPlace(lines, i, end) is > 0 and var length)
            {
                homeless.AddRange(lines.Skip(i).Take(length).Select(each => each.Plain));
                i += length - 1;
            }
            else
            {
                hasText = true;
                preamble.Add(line);
            }
        }

        if (homeless.Count > 0)
        {
            warnings.Add($"No place was found in the policy for {WarningList.Quote(homeless)}.");
        }

        return new Head(details, preamble);
    }

    private static KeyDetail? ReadLine(IReadOnlyList<SourceLine> lines, int at)
    {
        var line = lines[at];
        var isInRun = (at > 0 && KeyDetailReader.HasShape(lines[at - 1])) || (at + 1 < lines.Count && KeyDetailReader.HasShape(lines[at + 1]));
        var detail = KeyDetailReader.FromLine(line, isInRun);
        var leadsList = detail is { Value.Length: 0 } && NextPrinted(lines, at) is { Kind: LineKind.Bullet };
        return leadsList ? null : detail;
    }

    private static SourceLine? NextPrinted(IReadOnlyList<SourceLine> lines, int at)
    {
        for (var i = at + 1; i < lines.Count; i++)
        {
            if (!lines[i].IsGap)
            {
                return lines[i];
            }
        }

        return null;
    }

    // Raw: "Approved by:" then "The governing body"; "Committee: Standards" then "and curriculum"
    private static KeyDetail TakeValueBelow(IReadOnlyList<SourceLine> lines, ref int at, int end, KeyDetail detail)
    {
        if (at + 1 >= end || lines[at + 1] is not { Kind: LineKind.Text, HashLevel: 0 } next || !Words.AreAtMost(next.Plain, 12) || Words.LastMark(next.Plain) == ':'
            || ReadLine(lines, at + 1) is not null || !(detail.Value.Length == 0 || Words.StartsLowerCase(next.Plain)))
        {
            return detail;
        }

        at++;
        return detail with { Value = detail.Value.Length == 0 ? next.Plain : $"{detail.Value} {next.Plain}" };
    }

    /// <summary>Raw: "Learning to Live, Living to Learn". Short lines above all text that are no sentence: a motto, a date, a slogan.</summary>
    /// <returns>How many lines stand together; 0 where they are text.</returns>
    private static int LengthWithoutPlace(IReadOnlyList<SourceLine> lines, int start, int end)
    {
        var i = start;
        var words = 0;
        for (; i < end && !lines[i].IsGap; i++)
        {
            if (lines[i].Kind != LineKind.Text || !Words.AreAtMost(lines[i].Plain, MostWordsOfLineWithoutPlace) || Words.EndsSentence(lines[i].Plain) || (i > start && ReadLine(lines, i) is not null))
            {
                return i > start && lines[i].Kind != LineKind.Bullet && ReadLine(lines, i) is not null ? i - start : 0;
            }

            words += Words.Split(lines[i].Plain).Length;
        }

        // The last lines of a document without sections are its text, however short.
        return words <= MostWordsWithoutPlace && HasTextBelow(lines, i) ? i - start : 0;
    }

    private static bool HasTextBelow(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (!lines[i].IsGap)
            {
                return true;
            }
        }

        return false;
    }
}
