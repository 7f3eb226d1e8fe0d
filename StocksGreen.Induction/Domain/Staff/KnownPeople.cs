using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>What the school knew of its people at the end of a day. Whatever is entered later changes nothing about it.</summary>
public sealed record KnownPeople(IReadOnlyList<StaffMember> People, IReadOnlyList<Absence> Absences)
{
    /// <param name="day">Date in Europe/London.</param>
    /// <param name="people">As they are now.</param>
    /// <param name="absences">As they are now.</param>
    /// <param name="changes">All changes of those people of whom something was entered after that day; others need none, as they are now what they
    /// were.</param>
    public static KnownPeople On(DateOnly day, IReadOnlyList<StaffMember> people, IReadOnlyList<Absence> absences, IEnumerable<PersonChange> changes)
    {
        var end = LondonTime.EndOf(day);
        var histories = changes
            .GroupBy(change => change.StaffId)
            .ToDictionary(group => group.Key, group => group.OrderBy(change => change.EvidenceNumber).ToList());
        var then = new List<StaffMember>(people.Count);
        var away = new List<Absence>();
        var asNow = new HashSet<StaffId>();
        foreach (var person in people)
        {
            if (!histories.TryGetValue(person.Id, out var history) || history[^1].At < end)
            {
                then.Add(person);
                asNow.Add(person.Id);
            }
            else if (KnownBy(end, history) is { } facts)
            {
                then.Add(StaffMember.From(person.Id, facts));
                away.AddRange(facts.Absences);
            }
        }

        return new KnownPeople(then, [.. absences.Where(absence => asNow.Contains(absence.StaffId)), .. away]);
    }

    /// <returns>Null where no one had entered the person yet.</returns>
    private static PersonFacts? KnownBy(DateTimeOffset end, List<PersonChange> history) => history.FindLast(change => change.At < end)?.Facts;
}
