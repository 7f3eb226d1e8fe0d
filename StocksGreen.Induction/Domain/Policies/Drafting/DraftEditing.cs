using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>The rules of changing: a text and an edit give the next text, or the reason why not.</summary>
public static class DraftEditing
{
    public const int LongestTitle = 200;
    public const int LongestNumber = 20;
    public const int LongestText = 200_000;
    public const int DeepestLevel = 6;

    public static DraftEdited Apply(PolicyContent text, DraftEdit edit) =>
        edit switch
        {
            DraftEdit.MergeIntoAbove merge => WithSection(text, merge.Section, section => Merge(text, merge.Section, section)),
            DraftEdit.Split split => WithSection(text, split.Section, section => Split(text, split, section)),
            DraftEdit.Rewrite rewrite => WithSection(text, rewrite.Section, section => Rewrite(text, rewrite, section)),
            DraftEdit.Shift shift => WithSection(text, shift.Section, section => Shift(text, shift, section)),
            DraftEdit.Move move => WithSection(text, move.Section, section => Move(text, move, section)),
            DraftEdit.Remove remove => WithSection(
                text,
                remove.Section,
                section => Done(text with { Sections = [.. text.Sections.Where((_, i) => i != remove.Section)] }, $"Removed “{section.Heading}”")
            ),
            DraftEdit.Add add => Add(text, add),
            DraftEdit.RenumberAll => Done(text with { Sections = Renumber(text.Sections) }, "Numbered all sections again"),
            DraftEdit.KeepOnly only => PartChoice.KeepOnly(text, only.Parts),
            DraftEdit.SplitAtSubheadings { Section: { } at } => WithSection(text, at, _ => SectionSplitting.Split(text, at)),
            DraftEdit.SplitAtSubheadings => SectionSplitting.SplitAll(text),
            DraftEdit.KeepTogether => SectionJoining.KeepTogether(text),
            DraftEdit.DescribePictures described => PictureEditing.Describe(text, described.Pictures),
            DraftEdit.WritePage page => WithSection(text, page.Section, section => PageEditing.Write(text, page, section)),
            DraftEdit.SetPages pages => PageEditing.Set(text, pages),
            DraftEdit.RewriteHead head => RewriteHead(text, head),
            _ => throw new InvalidOperationException($"No rule for {edit.GetType().Name}."),
        };

    private static DraftEdited WithSection(PolicyContent text, int at, Func<PolicySection, DraftEdited> edit) =>
        at >= 0 && at < text.Sections.Count
            ? edit(text.Sections[at])
            : new DraftEdited.Refused([new ValidationError("Structure", "That section is no longer there.")]);

    private static DraftEdited.Done Done(PolicyContent text, string what) => new(text, what);

    private static DraftEdited.Done Merge(PolicyContent text, int at, PolicySection section)
    {
        var moved = section.Heading.Length == 0 ? section.Blocks : [new Paragraph(RichText.FromPlainText(section.Heading)), .. section.Blocks];
        var rest = text.Sections.Where((_, i) => i != at).ToList();
        if (at == 0)
        {
            return Done(
                text with
                {
                    Preamble = [.. text.Preamble, .. moved],
                    PreambleNotes = [.. text.PreambleNotes, .. section.Notes],
                    Sections = rest,
                },
                $"Merged “{section.Heading}” into the opening"
            );
        }

        rest[at - 1] = rest[at - 1] with
        {
            Blocks = [.. rest[at - 1].Blocks, .. moved],
            Notes = [.. rest[at - 1].Notes, .. section.Notes],
            Pages = PageSpan.Around(rest[at - 1].Pages, section.Pages),
        };
        return Done(text with { Sections = rest }, $"Merged “{section.Heading}” into “{rest[at - 1].Heading}”");
    }

    private static DraftEdited Split(PolicyContent text, DraftEdit.Split split, PolicySection section)
    {
        var errors = HeadingErrors(split.Number, split.Title, level: section.Level).ToList();
        var lines = SectionLines.Of(section);
        if (split.Line < 0 || split.Line >= lines.Count)
        {
            errors.Add(new ValidationError("Line", "Choose the line with which the new section begins."));
        }

        if (errors.Count > 0)
        {
            return new DraftEdited.Refused(errors);
        }

        var markdown = PolicyMarkdown.Blocks(section.Blocks).Split('\n');
        var cut = lines[split.Line].At;
        var blocks = BlockMarkdown.Parse(string.Join('\n', markdown[cut..]));
        var marks = MarksIn(blocks);
        var upperBlocks = BlockMarkdown.Parse(string.Join('\n', markdown[..cut]));
        var upperMarks = MarksIn(upperBlocks);
        // A note goes with its mark; one whose mark stands in both halves stands under both.
        var upper = section with
        {
            Blocks = upperBlocks,
            Notes = [.. section.Notes.Where(note => !marks.Contains(note.Mark) || upperMarks.Contains(note.Mark))],
        };
        var lower = new PolicySection(split.Number.Trim(), split.Title.Trim(), section.Level, blocks)
        {
            Notes = [.. section.Notes.Where(note => marks.Contains(note.Mark))],
            Pages = section.Pages,
        };
        return Done(
            text with
            {
                Sections = [.. text.Sections.Take(split.Section), upper, lower, .. text.Sections.Skip(split.Section + 1)],
            },
            $"Split “{lower.Heading}” off “{section.Heading}”"
        );
    }

    internal static HashSet<string> MarksIn(IReadOnlyList<Block> blocks) =>
        BlockText.Texts(blocks).SelectMany(line => line.Runs).Where(run => run.IsNoteMark).Select(run => run.Text).ToHashSet(StringComparer.Ordinal);

    private static DraftEdited Rewrite(PolicyContent text, DraftEdit.Rewrite rewrite, PolicySection section)
    {
        var errors = HeadingErrors(rewrite.Number, rewrite.Title, rewrite.Level).ToList();
        if (rewrite.Markdown.Length > LongestText)
        {
            errors.Add(new ValidationError("Text", "This is longer than a section can be. Split it first."));
        }

        if (errors.Count > 0)
        {
            return new DraftEdited.Refused(errors);
        }

        var (blocks, notes) = BlockMarkdown.ParseWithNotes(rewrite.Markdown);
        var written = new PolicySection(rewrite.Number.Trim(), rewrite.Title.Trim(), rewrite.Level, blocks) { Notes = notes, Pages = section.Pages };
        var isTextSame = string.Equals(PolicyMarkdown.Blocks(blocks, notes), PolicyMarkdown.Blocks(section.Blocks, section.Notes), StringComparison.Ordinal);
        var what =
            string.Equals(written.Heading, section.Heading, StringComparison.Ordinal) ? $"Edited “{section.Heading}”"
            : isTextSame ? $"Renamed “{section.Heading}” to “{written.Heading}”"
            : $"Edited “{section.Heading}”, now “{written.Heading}”";
        return Done(text with { Sections = [.. text.Sections.Select((each, i) => i == rewrite.Section ? written : each)] }, what);
    }

    private static DraftEdited Shift(PolicyContent text, DraftEdit.Shift shift, PolicySection section)
    {
        var level = section.Level + Math.Sign(shift.By);
        return level is < 1 or > DeepestLevel
            ? new DraftEdited.Refused([
                new ValidationError($"Sections[{shift.Section}]", $"“{section.Heading}” cannot go {(level < 1 ? "further out" : "deeper")}."),
            ])
            : Done(
                text with
                {
                    Sections = [.. text.Sections.Select((each, i) => i == shift.Section ? each with { Level = level } : each)],
                },
                $"Moved “{section.Heading}” one level {(level < section.Level ? "out" : "in")}"
            );
    }

    private static DraftEdited Move(PolicyContent text, DraftEdit.Move move, PolicySection section)
    {
        var sections = text.Sections.ToList();
        var length = Length(sections, move.Section);
        var block = sections.GetRange(move.Section, length);
        sections.RemoveRange(move.Section, length);
        int to;
        if (move.By < 0)
        {
            to = move.Section - 1;
            while (to > 0 && sections[to].Level > section.Level)
            {
                to--;
            }
        }
        else
        {
            to = move.Section < sections.Count ? move.Section + Length(sections, move.Section) : -1;
        }

        if (to < 0)
        {
            return new DraftEdited.Refused([
                new ValidationError($"Sections[{move.Section}]", $"“{section.Heading}” is already the {(move.By < 0 ? "first" : "last")}."),
            ]);
        }

        sections.InsertRange(to, block);
        return Done(text with { Sections = sections }, $"Moved “{section.Heading}” {(move.By < 0 ? "up" : "down")}");
    }

    private static DraftEdited Add(PolicyContent text, DraftEdit.Add add)
    {
        var errors = HeadingErrors(add.Number, add.Title, 1).ToList();
        if (errors.Count > 0)
        {
            return new DraftEdited.Refused(errors);
        }

        var at = Math.Clamp(add.Below + 1, 0, text.Sections.Count);
        var section = new PolicySection(add.Number.Trim(), add.Title.Trim(), at == 0 ? 1 : text.Sections[at - 1].Level, []);
        return Done(text with { Sections = [.. text.Sections.Take(at), section, .. text.Sections.Skip(at)] }, $"Added “{section.Heading}”");
    }

    private static DraftEdited RewriteHead(PolicyContent text, DraftEdit.RewriteHead head)
    {
        var errors = new List<ValidationError>();
        var (opening, notes) = BlockMarkdown.ParseWithNotes(head.Opening.Length > LongestText ? "" : head.Opening);
        if (string.IsNullOrWhiteSpace(head.Title) || head.Title.Length > LongestTitle)
        {
            errors.Add(new ValidationError("Title", $"Give the policy a title of at most {LongestTitle} characters."));
        }

        var details = new List<KeyDetail>();
        foreach (var line in LinesOf(head.KeyDetails))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                errors.Add(new ValidationError("Details", $"Write each key detail as “Name: value”. This line has no colon: “{line}”."));
                break;
            }

            details.Add(new KeyDetail(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }

        ReviewMonth? review = null;
        if (!string.IsNullOrWhiteSpace(head.NextReview))
        {
            if (
                DateOnly.TryParseExact(head.NextReview.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                && month.Year is >= 2000 and < 2100
            )
            {
                review = new ReviewMonth(month.Year, month.Month);
            }
            else
            {
                errors.Add(new ValidationError("Review", "Give the month of the next full review, for example October 2026."));
            }
        }

        if (head.Opening.Length > LongestText || head.KeyDetails.Length > LongestText || head.LinkedPolicies.Length > LongestText)
        {
            errors.Add(new ValidationError("Opening", "This is longer than the head of a policy can be."));
        }

        return errors.Count > 0
            ? new DraftEdited.Refused(errors)
            : Done(
                text with
                {
                    Title = head.Title.Trim(),
                    School = head.School.Trim(),
                    KeyDetails = WithReview(details, review, text.NextReview),
                    Preamble = opening,
                    PreambleNotes = notes,
                    LinkedPolicies = [.. LinesOf(head.LinkedPolicies)],
                    BasedOn = string.IsNullOrWhiteSpace(head.BasedOn) ? null : head.BasedOn.Trim(),
                    NextReview = review,
                },
                "Changed the key details"
            );
    }

    /// <summary>The month stands in the text that people sign, too: a date that only the program knew would be no part of the policy.</summary>
    private static List<KeyDetail> WithReview(List<KeyDetail> details, ReviewMonth? review, ReviewMonth? before)
    {
        if (review is not { } month || review == before)
        {
            return details;
        }

        var at = details.FindIndex(detail =>
            detail.Name.Contains("review", StringComparison.OrdinalIgnoreCase)
            && (detail.Name.Contains("next", StringComparison.OrdinalIgnoreCase) || detail.Name.Contains("date", StringComparison.OrdinalIgnoreCase))
        );
        if (at < 0)
        {
            details.Add(new KeyDetail("Date of next full review", month.ToWords()));
        }
        else if (!details[at].Value.Contains(month.ToWords(), StringComparison.OrdinalIgnoreCase))
        {
            details[at] = details[at] with { Value = month.ToWords() };
        }

        return details;
    }

    /// <summary>The lines of a section among which a new section may begin, as a person reads them.</summary>
    public static IReadOnlyList<string> SplitLines(PolicySection section) => [.. SectionLines.Of(section).Select(each => SectionLines.Words(each.Line))];

    private static string[] LinesOf(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<ValidationError> HeadingErrors(string number, string title, int level)
    {
        if (number.Length > LongestNumber || PlainLine.HasUnseen(number))
        {
            yield return new ValidationError("Number", $"Keep the number under {LongestNumber} characters.");
        }

        if (string.IsNullOrWhiteSpace(title) || title.Length > LongestTitle || PlainLine.HasUnseen(title))
        {
            yield return new ValidationError("Heading", $"Give the section a title of at most {LongestTitle} characters.");
        }

        if (level is < 1 or > DeepestLevel)
        {
            yield return new ValidationError("Level", $"A section stands on level 1 to {DeepestLevel}.");
        }
    }

    /// <summary>A section and the subsections under it.</summary>
    private static int Length(List<PolicySection> sections, int at)
    {
        var end = at + 1;
        while (end < sections.Count && sections[end].Level > sections[at].Level)
        {
            end++;
        }

        return end - at;
    }

    private static List<PolicySection> Renumber(IReadOnlyList<PolicySection> sections)
    {
        var counters = new int[DeepestLevel + 1];
        var numbered = new List<PolicySection>(sections.Count);
        foreach (var section in sections)
        {
            var level = Math.Clamp(section.Level, 1, DeepestLevel);
            counters[level]++;
            Array.Clear(counters, level + 1, DeepestLevel - level);
            numbered.Add(section with { Number = string.Join('.', counters.Skip(1).Take(level).Select(counter => Math.Max(1, counter))) });
        }

        return numbered;
    }
}
