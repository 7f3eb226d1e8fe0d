using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>What publishing would ask of whom, calculated by the same rule that will ask it.</summary>
/// <param name="AllOfIt">People who would read and sign all that they are shown.</param>
/// <param name="ChangesOnly">People who have signed and would read and sign only what changed.</param>
/// <param name="Stands">People whose signature would stand.</param>
/// <param name="Reminded">People who would only be reminded.</param>
public sealed record WhoIsAsked(int AllOfIt, int ChangesOnly, int Stands, int Reminded)
{
    /// <param name="facts">Of the school today.</param>
    /// <param name="planned">The version as it would be published.</param>
    public static WhoIsAsked If(SchoolFacts facts, Policy policy, PolicyVersion planned, DateOnly today)
    {
        var then = facts with { Policies = [.. facts.Policies.Where(row => row.Id != policy.Id), policy], Versions = [.. facts.Versions, planned] };
        var day = planned.InForceFrom > today ? planned.InForceFrom : today;
        var asked = then.RequirementsAt(day).Where(requirement => requirement.Version.Id == planned.Id && !requirement.HasLeft).ToList();
        var reminded = planned.Release.Duties.Where(duty => duty.Duty is Duty.ReminderOnly).Select(duty => duty.Audience).ToHashSet();
        return new WhoIsAsked(
            asked.Count(requirement => requirement.Attestation is null && !requirement.Assignment.IsOfChangesOnly),
            asked.Count(requirement => requirement.Assignment.IsOfChangesOnly),
            asked.Count(requirement => requirement.Attestation is not null),
            facts.People.Count(person => reminded.Contains(person.Audience) && person.IsInPost(day))
        );
    }

    /// <summary>"23 people read and sign what has changed; 9 read and sign all of it; 4 signatures stand."</summary>
    public string Sentence
    {
        get
        {
            var parts = new List<string>();
            Add(ChangesOnly, "1 person reads and signs what has changed", $"{ChangesOnly} people read and sign what has changed");
            Add(AllOfIt, "1 person reads and signs all of it", $"{AllOfIt} people read and sign all of it");
            Add(Stands, "1 signature stands", $"{Stands} signatures stand");
            Add(Reminded, "1 person is reminded", $"{Reminded} people are reminded");
            return parts.Count == 0 ? "Nobody on the list is asked for anything." : $"{string.Join("; ", parts)}.";

            void Add(int count, string one, string many)
            {
                if (count > 0)
                {
                    parts.Add(count == 1 ? one : many);
                }
            }
        }
    }
}
