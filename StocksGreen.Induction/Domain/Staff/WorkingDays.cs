namespace StocksGreen.Induction.Domain.Staff;

/// <summary>The weekdays on which someone works. Names are sealed: never rename one.</summary>
[Flags]
public enum WorkingDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
}
