namespace StocksGreen.Induction.Importing.Staff;

/// <summary>What came of reading a staff file.</summary>
public abstract record StaffFileOutcome
{
    private StaffFileOutcome() { }

    public sealed record Recognised(StaffList List) : StaffFileOutcome;

    /// <param name="Sentence">Why, on which line, and what to do about it.</param>
    public sealed record Refused(string Sentence) : StaffFileOutcome;
}
