using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>People whom someone chose on the list to write to, kept while they look at what each of them gets.</summary>
public sealed class ChaseSelection
{
    /// <summary>How long a choice is of use.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private ChaseSelection() { }

    public ChaseSelection(Guid id, StaffId chosenBy, DateTimeOffset at, IReadOnlyList<StaffId> people)
    {
        Id = id;
        ChosenBy = chosenBy;
        At = at;
        People = people;
    }

    public Guid Id { get; private set; }

    public StaffId ChosenBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<StaffId> People { get; private set; } = [];

    /// <summary>UTC; null until they were written to.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Only who chose them goes on with it, and not for long.</summary>
    public bool IsFor(StaffId person, DateTimeOffset now) => ChosenBy == person && now - At < KeptFor;

    public void Use(DateTimeOffset now) => UsedAt = now;
}
