namespace StocksGreen.Induction.Domain.People;

/// <summary>A person of the school in the policy's wide sense of "staff". Leaving is a date, never a deletion.</summary>
public sealed class StaffMember
{
    private StaffMember()
    {
    }

    /// <param name="fullName">As the person is known at school.</param>
    /// <param name="email">Work e-mail; null for somebody who has none.</param>
    /// <param name="jobTitle">"Class teacher, Year 3".</param>
    /// <param name="startsOn">First day in post.</param>
    /// <param name="endsOn">Last day in post; null while there is none.</param>
    public StaffMember(StaffId id, string fullName, string? email, string jobTitle, Audience audience, DateOnly startsOn, DateOnly? endsOn = null)
    {
        Id = id;
        FullName = fullName;
        Email = email;
        JobTitle = jobTitle;
        Audience = audience;
        StartsOn = startsOn;
        EndsOn = endsOn;
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

    public void LedBy(StaffId? lead) => LineLead = lead;

    public bool IsInPost(DateOnly day) => StartsOn <= day && !HasLeft(day);

    public bool HasLeft(DateOnly day) => EndsOn is { } last && last < day;
}
