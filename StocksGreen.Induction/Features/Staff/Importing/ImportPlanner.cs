using System.Globalization;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Staff.History;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>Compares a file with the list of people and says what an import would do. Pure.</summary>
/// <param name="people">Everyone on the list, those who have left too.</param>
/// <param name="mayTouchAccount">Whether the actor may change how someone signs in, and when they leave.</param>
/// <param name="mayGiveName">Whether the actor may give this name to someone who is on the list: anyone who bears the named governor's reads what the
/// headteacher declares.</param>
internal sealed class ImportPlanner(
    IReadOnlyList<StaffMember> people,
    ILookup<StaffId, Absence> absences,
    Func<StaffId, bool> mayTouchAccount,
    Func<string, bool> mayGiveName,
    DateOnly today
)
{
    /// <summary>As the table has it.</summary>
    private const int LongestJobTitle = 200;

    private readonly List<LineNote> refused = [];
    private readonly List<LineNote> notes = [];
    private readonly List<ImportDoubt> doubts = [];
    private readonly Dictionary<string, StaffMember> byNumber = people
        .Where(person => person.StaffNumber is not null)
        .ToDictionary(person => person.StaffNumber!, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, StaffMember> byEmail = people
        .Where(person => person.Email is not null)
        .ToLookup(person => person.Email!, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, StaffMember> byName = people.ToLookup(person => SearchText.Fold(person.FullName), StringComparer.Ordinal);
    private readonly Dictionary<StaffId, string> byId = people.ToDictionary(person => person.Id, person => person.FullName);
    private readonly HashSet<StaffId> taken = [];

    /// <param name="answers">What the office has said so far.</param>
    internal ImportPlan Of(StaffList list, ImportAnswers answers)
    {
        list = list with { People = [.. list.People.Select(person => Named(person, answers.ArePreferredNamesUsed))] };
        // Anyone who a staff ID names is settled first, so that no doubt is about them.
        var matches = list.People.Select(person => (Person: person, Existing: Numbered(person))).ToList();
        taken.UnionWith(matches.Select(match => match.Existing?.Id).OfType<StaffId>());
        var inList = list.People.ToLookup(person => SearchText.Fold(person.FullName), StringComparer.Ordinal);
        var planned = new List<PlannedPerson>();
        foreach (var (person, numbered) in matches)
        {
            if (numbered is not null)
            {
                planned.Add(Changed(person, numbered));
            }
            else if (Namesake(person, inList) is { } line)
            {
                refused.Add(
                    new LineNote(
                        person.Line,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{person.FullName} stands in line {line} too and has no staff ID here, so nobody can say whether they are one person. "
                                + $"Add the staff ID."
                        )
                    )
                );
            }
            else if (Resolve(person, answers) is { } resolved)
            {
                planned.Add(resolved);
            }
        }

        RefuseTakenEmails(planned);
        planned = Led(planned);
        var inFile = planned.Select(one => one.Existing).OfType<StaffId>().Concat(doubts.Select(doubt => doubt.Candidate)).Concat(taken).ToHashSet();
        return new ImportPlan(
            [.. planned.Where(one => one.Existing is null)],
            [.. planned.Where(one => one.Existing is not null && one.Changes.Count > 0)],
            [.. planned.Where(one => one.Existing is not null && one.Changes.Count == 0).Select(one => one.Person)],
            doubts,
            [
                .. people
                    .Where(person => person.StaffNumber is not null && person.EndsOn is null && !inFile.Contains(person.Id) && mayTouchAccount(person.Id))
                    .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                    .Select(person => new LeavingPerson(person.Id, person.FullName, person.JobTitle)),
            ],
            [.. refused.OrderBy(note => note.Line)],
            [.. notes.OrderBy(note => note.Line)]
        );
    }

    /// <summary>By the name that is to be listed. Certificates print it, so the legal one is, unless the office says otherwise.</summary>
    private static ImportedPerson Named(ImportedPerson person, bool byPreferredName) =>
        person.LegalName is { } legal && !byPreferredName ? person with { FullName = legal, LegalName = person.FullName } : person;

    /// <summary>By the staff ID, else by the one of an earlier record in the file.</summary>
    private StaffMember? Numbered(ImportedPerson person) =>
        (person.StaffNumber is { } number ? person.OtherNumbers.Prepend(number) : person.OtherNumbers)
            .Select(one => byNumber.GetValueOrDefault(one))
            .FirstOrDefault(found => found is not null);

    /// <returns>Line of someone else of the same name in the file, of whom one without a staff ID cannot be told apart.</returns>
    private static int? Namesake(ImportedPerson person, ILookup<string, ImportedPerson> inList) =>
        person.StaffNumber is not null
            ? null
            : inList[SearchText.Fold(person.FullName)]
                .Where(other => other != person && (other.StaffNumber is not null || other.Line < person.Line))
                .Select(other => (int?)other.Line)
                .FirstOrDefault();

    /// <summary>Someone whom no staff ID names: the same in everything, new, or to be asked about.</summary>
    private PlannedPerson? Resolve(ImportedPerson person, ImportAnswers answers)
    {
        var sameEmail = (person.Email is { } email ? byEmail[email] : []).Where(one => !taken.Contains(one.Id)).ToList();
        var candidates =
            sameEmail.Count > 0
                ? sameEmail
                :
                [
                    .. byName[SearchText.Fold(person.FullName)]
                        .Concat(person.LegalName is { } other ? byName[SearchText.Fold(other)] : [])
                        .Distinct()
                        .Where(one => !taken.Contains(one.Id) && (person.StaffNumber is null || one.StaffNumber is null)),
                ];
        switch (candidates)
        {
            case []:
                return New(person);
            case [_, _, ..]:
                refused.Add(
                    new LineNote(
                        person.Line,
                        $"Several people on the list are called {person.FullName}. Enter the staff ID of the right one under People first."
                    )
                );
                return null;
        }

        var candidate = candidates[0];
        taken.Add(candidate.Id);
        if (sameEmail.Count > 0 && candidate.StaffNumber is not null && person.StaffNumber is not null)
        {
            refused.Add(
                new LineNote(
                    person.Line,
                    $"The e-mail {person.Email} is that of {candidate.FullName}, who has the staff ID {candidate.StaffNumber}. Correct the file, or "
                        + "the entry under People."
                )
            );
            return null;
        }

        // Nothing to join and nothing to change: no question is needed.
        if (
            person.StaffNumber is null
            && Changed(person, candidate) is { Changes: [] } same
            && SearchText.Fold(same.Facts.FullName) == SearchText.Fold(candidate.FullName)
        )
        {
            return same;
        }

        var doubt = new ImportDoubt(
            person,
            candidate.Id,
            candidate.FullName,
            sameEmail.Count > 0 ? "the same e-mail" : "the same name",
            MayBeNew: sameEmail.Count == 0
        );
        doubts.Add(doubt);
        return answers.Doubts.GetValueOrDefault(person.Line) switch
        {
            DoubtAnswer.SamePerson => Changed(person, candidate),
            DoubtAnswer.SomeoneNew when doubt.MayBeNew => New(person),
            DoubtAnswer.SomeoneNew or DoubtAnswer.LeaveOut => null,
        };
    }

    private PlannedPerson? New(ImportedPerson person)
    {
        if (Refusal(person) is { } reason)
        {
            refused.Add(new LineNote(person.Line, reason));
            return null;
        }

        return new PlannedPerson(
            person,
            null,
            new PersonFacts(person.FullName, person.StaffNumber, person.Email, JobTitle(person), person.Audience, person.Start!.Value, person.End, null, []),
            null,
            []
        );
    }

    private string? Refusal(ImportedPerson person) =>
        person switch
        {
            { End: { } last } when last < today => $"{person.FullName} left on {LondonTime.ToWords(last)}, so they are not added.",
            { Start: null, UnreadStart: { } cell } =>
                $"The first day of {person.FullName} (“{cell}”) cannot be read as one date. Correct it in the file, or add them under People.",
            { Start: null } => $"{person.FullName} has no first day in this file. Add a start date, or add them under People.",
            { Start: { } first } when first > today.AddYears(2) || first < today.AddYears(-60) =>
                $"The first day of {person.FullName}, {LondonTime.ToWords(first)}, is too far away.",
            _ => null,
        };

    private PlannedPerson Changed(ImportedPerson person, StaffMember existing)
    {
        var before = existing.Facts(absences[existing.Id]);
        var hasReturned = person.Start > before.EndsOn && person.End is null;
        var facts = before with
        {
            FullName = person.FullName,
            StaffNumber = person.StaffNumber ?? before.StaffNumber,
            Email = person.Email ?? before.Email,
            JobTitle = person.Roles.Count > 0 ? JobTitle(person) : before.JobTitle,
            Audience = person.Roles.Count > 0 || person.Audience is not Audience.Employee ? person.Audience : before.Audience,
            StartsOn = person.Start ?? before.StartsOn,
            EndsOn = hasReturned ? null : person.End ?? before.EndsOn,
        };
        if (person.End is null && before.EndsOn is { } last && !hasReturned)
        {
            notes.Add(
                new LineNote(
                    person.Line,
                    $"{before.FullName} has the last day {LondonTime.ToWords(last)} on the list and none in the file; it stays. If they have come "
                        + "back, say so under People."
                )
            );
        }

        if (facts.EndsOn < facts.StartsOn)
        {
            notes.Add(new LineNote(person.Line, $"The last day of {before.FullName} would be before the first, so both stay as they are."));
            facts = facts with { StartsOn = before.StartsOn, EndsOn = before.EndsOn };
        }

        if (!mayTouchAccount(existing.Id) && (!Same(facts.Email, before.Email) || facts.EndsOn != before.EndsOn))
        {
            notes.Add(new LineNote(person.Line, $"Only the headteacher changes how {before.FullName} signs in, and when they leave; both stay as they are."));
            facts = facts with { Email = before.Email, EndsOn = before.EndsOn };
        }

        if (!string.Equals(facts.FullName, before.FullName, StringComparison.Ordinal) && !mayGiveName(facts.FullName))
        {
            notes.Add(
                new LineNote(
                    person.Line,
                    $"{facts.FullName} is the name of the named governor, and only the headteacher gives it to someone; {before.FullName} keeps the "
                        + "name on the list."
                )
            );
            facts = facts with { FullName = before.FullName };
        }

        // A first name in capitals or an address in other letters is no change.
        facts = facts with
        {
            Email = Same(facts.Email, before.Email) ? before.Email : facts.Email,
            StaffNumber = Same(facts.StaffNumber, before.StaffNumber) ? before.StaffNumber : facts.StaffNumber,
        };
        return new PlannedPerson(person, existing.Id, facts, null, FactChange.Between(before, facts, NameOf));
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string JobTitle(ImportedPerson person)
    {
        var title = string.Join("; ", person.Roles);
        return title.Length <= LongestJobTitle ? title : title[..(LongestJobTitle - 1)] + "…";
    }

    private string NameOf(StaffId? id) => id is { } known && byId.TryGetValue(known, out var name) ? name : "";

    /// <summary>Two people never end with one e-mail: a line that would give one that someone else keeps is refused.</summary>
    private void RefuseTakenEmails(List<PlannedPerson> planned)
    {
        bool isSettled;
        do
        {
            var changing = planned.Where(one => one.Existing is not null).ToDictionary(one => one.Existing!.Value, one => one.Facts.Email);
            var kept = people
                .Where(person => person.Email is not null && !changing.ContainsKey(person.Id))
                .Select(person => (person.Email!, person.FullName))
                .Concat(
                    planned
                        .Where(one => one.Existing is not null && one.Facts.Email is not null && one.Changes.All(change => change.What != FactChange.Email))
                        .Select(one => (one.Facts.Email!, one.Facts.FullName))
                )
                .DistinctBy(one => one.Item1, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(one => one.Item1, one => one.Item2, StringComparer.OrdinalIgnoreCase);
            var clashing = planned
                .Where(one =>
                    (one.Existing is null || one.Changes.Any(change => change.What == FactChange.Email))
                    && one.Facts.Email is { } email
                    && kept.ContainsKey(email)
                )
                .ToList();
            foreach (var one in clashing)
            {
                refused.Add(new LineNote(one.Person.Line, $"The e-mail {one.Facts.Email} is already that of {kept[one.Facts.Email!]}."));
                planned.Remove(one);
            }

            isSettled = clashing.Count == 0;
        } while (!isSettled);
    }

    /// <summary>The person who leads is found by staff ID, by e-mail, or by a name that only one person has.</summary>
    private List<PlannedPerson> Led(List<PlannedPerson> planned)
    {
        var existing = planned.Select(one => one.Existing).OfType<StaffId>().ToHashSet();
        var all = planned
            .Select(one => (one.Facts, one.Existing, Line: (int?)one.Person.Line))
            .Concat(
                people
                    .Where(person => !existing.Contains(person.Id))
                    .Select(person => (Facts: person.Facts([]), Existing: (StaffId?)person.Id, Line: (int?)null))
            )
            .ToList();
        var numbers = all.Where(one => one.Facts.StaffNumber is not null).ToLookup(one => one.Facts.StaffNumber!, StringComparer.OrdinalIgnoreCase);
        var emails = all.Where(one => one.Facts.Email is not null).ToLookup(one => one.Facts.Email!, StringComparer.OrdinalIgnoreCase);
        var others = planned.Where(one => one.Person.LegalName is not null).ToDictionary(one => one.Person.Line, one => one.Person.LegalName!);
        var names = all.SelectMany(one =>
                (one.Line is { } line && others.TryGetValue(line, out var other) ? new[] { one.Facts.FullName, other } : [one.Facts.FullName]).Select(name =>
                    (Name: name, one)
                )
            )
            .ToLookup(one => AnyOrder(one.Name), one => one.one, StringComparer.Ordinal);
        return
        [
            .. planned.Select(one =>
            {
                if (one.Person.Lead is not { } lead)
                {
                    return one;
                }

                var found = (
                    numbers[lead].Any() ? numbers[lead]
                    : emails[lead].Any() ? emails[lead]
                    : names[AnyOrder(PersonName.Parse(lead, isSurnameFirst: false))].Distinct()
                ).ToList();
                if (found is not [var leader] || leader.Line == one.Person.Line)
                {
                    notes.Add(
                        new LineNote(
                            one.Person.Line,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"Who leads {one.Person.FullName} (“{NotAPerson.Short(lead)}”) is "
                                    + $"{(found.Count > 1 ? "not clear" : "not on the list")}, so their line lead stays as it is."
                            )
                        )
                    );
                    return one;
                }

                if (leader.Existing is null)
                {
                    return one with
                    {
                        LeadLine = leader.Line,
                        Changes = one.Existing is null ? [] : [.. one.Changes, new FactChange("Line lead", NameOf(one.Facts.LineLead), leader.Facts.FullName)],
                    };
                }

                return one.Facts.LineLead == leader.Existing
                    ? one
                    : one with
                    {
                        Facts = one.Facts with { LineLead = leader.Existing },
                        Changes = one.Existing is null ? [] : [.. one.Changes, new FactChange("Line lead", NameOf(one.Facts.LineLead), leader.Facts.FullName)],
                    };
            }),
        ];
    }

    /// <summary>The words of a name, whichever comes first. Raw: "Ms O'Brien-Smith Siobhán", as some systems write who leads whom.</summary>
    private static string AnyOrder(string name) =>
        string.Join(' ', SearchText.Fold(name).Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
