using System.Globalization;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>A person of the school in the policy's wide sense of "staff". Leaving is a date, never a deletion.</summary>
public sealed class StaffMember
{
    private StaffMember() { }

    /// <param name="fullName">As the person is known at school.</param>
    /// <param name="email">Work e-mail; null for someone who has none.</param>
    /// <param name="jobTitle">"Class teacher, Year 3".</param>
    /// <param name="startsOn">First day in post.</param>
    /// <param name="endsOn">Last day in post; null while there is none.</param>
    /// <param name="staffNumber">What the school's MIS calls the person; null where the school has not said.</param>
    public StaffMember(
        StaffId id,
        string fullName,
        string? email,
        string jobTitle,
        Audience audience,
        DateOnly startsOn,
        DateOnly? endsOn = null,
        string? staffNumber = null
    )
    {
        Id = id;
        FullName = fullName;
        Email = email;
        JobTitle = jobTitle;
        Audience = audience;
        StartsOn = startsOn;
        EndsOn = endsOn;
        StaffNumber = staffNumber;
    }

    public StaffId Id { get; private set; }

    public string FullName { get; private set; } = "";

    public string? Email { get; private set; }

    public string JobTitle { get; private set; } = "";

    public Audience Audience { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    /// <summary>Who leads this person from day to day and answers their questions; null where the school has not said.</summary>
    public StaffId? LineLead { get; private set; }

    /// <summary>What the school's MIS calls this person ("Staff ID"); no two have the same. Null where the school has not said.</summary>
    public string? StaffNumber { get; private set; }

    /// <summary>Day in Europe/London on which everything but the dates in post was taken out; null for everyone whose time is not over.</summary>
    public DateOnly? NameRemovedOn { get; private set; }

    /// <summary>A person of whom these facts were known.</summary>
    public static StaffMember From(StaffId id, PersonFacts facts) =>
        new(id, facts.FullName, facts.Email, facts.JobTitle, facts.Audience, facts.StartsOn, facts.EndsOn, facts.StaffNumber) { LineLead = facts.LineLead };

    /// <summary>Takes out who the person was: papers that were signed still say it, and nothing else does.</summary>
    /// <param name="on">Date in Europe/London.</param>
    public void RemoveName(DateOnly on) =>
        (FullName, Email, JobTitle, StaffNumber, LineLead, NameRemovedOn) = (NameAfterRemoval, null, "Former staff", null, null, on);

    /// <summary>"A former member of staff (until 2027)": what stands in place of a name that was removed.</summary>
    public string NameAfterRemoval => string.Create(CultureInfo.InvariantCulture, $"A former member of staff (until {EndsOn?.Year})");

    public void LedBy(StaffId? lead) => LineLead = lead;

    /// <summary>From now on these facts are true; absences stand in rows of their own.</summary>
    public void Become(PersonFacts facts) =>
        (FullName, Email, JobTitle, Audience, StartsOn, EndsOn, LineLead, StaffNumber) = (
            facts.FullName,
            facts.Email,
            facts.JobTitle,
            facts.Audience,
            facts.StartsOn,
            facts.EndsOn,
            facts.LineLead,
            facts.StaffNumber
        );

    /// <param name="absences">The person's own.</param>
    public PersonFacts Facts(IEnumerable<Absence> absences) => new(FullName, StaffNumber, Email, JobTitle, Audience, StartsOn, EndsOn, LineLead, [.. absences]);

    public bool IsInPost(DateOnly day) => StartsOn <= day && !HasLeft(day);

    public bool HasLeft(DateOnly day) => EndsOn is { } last && last < day;
}
