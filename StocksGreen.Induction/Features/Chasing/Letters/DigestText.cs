using System.Globalization;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Letters;

/// <summary>Finds the words of digests. Days are named by their dates, so that a mail that is read late is still right.</summary>
/// <param name="schoolName">As it signs.</param>
/// <param name="site">The address at which people open this site, without a slash at its end.</param>
public sealed class DigestText(string schoolName, string site)
{
    /// <summary>What one person has to sign.</summary>
    public WrittenDigest Write(Digest digest)
    {
        var (count, overdue) = (digest.ToSign.Count, digest.Overdue.Count());
        var time = ReadingTime.ToWords(Math.Max(1, digest.ToSign.Sum(Minutes)));
        var lines = digest.ToSign.Select(Line).ToList();
        return LetterForm.Write(
            Subject(digest, overdue),
            $"Hello {digest.Person.FullName.Split(' ')[0]},",
            [
                count == 1
                    ? $"There is one policy for you to read and sign. It takes {time}."
                    : $"There are {count} policies for you to read and sign. Together they take {time}.",
                overdue == 0
                    ? "You can stop after any section and go on later, on any device: what you have read is kept."
                    : $"The day for {(overdue == count ? count == 1 ? "it" : "them" : overdue == 1 ? "one of them" : $"{overdue} of them")} has passed. "
                        + "If something is in the way, tell the office and we will sort it out.",
            ],
            lines,
            lines is [{ Address: { } only }] ? ("Read and sign it", only) : ("Open my reading", site + Urls.MyReading),
            ["If a part is not clear, ask about it on its page. Nothing is late while you wait for an answer.", $"Thank you,\n{schoolName}"],
            $"You get this because you work with {schoolName} and these policies ask for your signature. It stops when you have signed. The school "
                + "office can tell you more."
        );
    }

    /// <summary>Whom a line lead might speak to.</summary>
    public WrittenDigest Write(TeamDigest digest)
    {
        var count = digest.Team.Count;
        var first = digest.Team.SelectMany(member => member.Overdue).Min(requirement => requirement.DueOn);
        return LetterForm.Write(
            count == 1
                ? $"1 person in your team has not signed what was due on {ShortDay(first)}"
                : $"{count} people in your team have not signed: the first was due on {ShortDay(first)}",
            $"Hello {digest.Lead.FullName.Split(' ')[0]},",
            [
                count == 1
                    ? "One person in your team is past the day for reading and signing, after two reminders."
                    : $"{count} people in your team are past the day for reading and signing, after two reminders each.",
                "A word in passing often does more than another e-mail. Is there time for it, and is anything in the way?",
            ],
            [
                .. digest.Team.Select(member => new DigestLine(
                    member.Person.FullName,
                    [.. member.Overdue.Select(requirement => $"{requirement.Policy.Title}: was due on {LondonTime.ToWordsWithDay(requirement.DueOn)}")],
                    IsLate: false,
                    Address: null
                )),
            ],
            null,
            [$"Thank you,\n{schoolName}"],
            $"You get this because you lead these people at {schoolName}. It comes at most once a week while someone is overdue. The school office "
                + "can tell you more."
        );
    }

    private DigestLine Line(Requirement requirement)
    {
        var isLate = requirement.Standing.Kind is StandingKind.Overdue;
        var due = $"{(isLate ? "Was due on" : "Due by")} {LondonTime.ToWordsWithDay(requirement.DueOn)}";
        var what = requirement.Assignment.OfChanges() is { } changes ? $"Only {changes} since you last signed" : null;
        return new DigestLine(requirement.Policy.Title, what is null ? [due] : [due, what], isLate, site + Urls.GoOnReading(requirement.Version.Id));
    }

    private static string Subject(Digest digest, int overdue)
    {
        var (count, first) = (digest.ToSign.Count, ShortDay(digest.ToSign[0].DueOn));
        return (count, overdue) switch
        {
            (1, 0) => $"1 policy to read and sign by {first}",
            (_, 0) => $"{count} policies to read and sign, the first by {first}",
            (1, _) => $"1 policy to sign: it was due on {first}",
            _ => $"{count} policies to sign: the first was due on {first}",
        };
    }

    private static int Minutes(Requirement requirement) =>
        ReadingTime.MinutesFor(requirement.Assignment.Parts.Sum(ordinal => requirement.Version.Parts[ordinal].WordsToRead));

    /// <summary>"Friday 2 October".</summary>
    private static string ShortDay(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.GetCultureInfo("en-GB"));
}
