using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Data;

/// <summary>People whom somebody chose on the list to write to, kept while they look at what each of them gets.</summary>
public sealed class ChaseSelection
{
    /// <summary>How long a choice is of use.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private ChaseSelection()
    {
    }

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
}
