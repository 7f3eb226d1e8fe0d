using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>What became of applying an import.</summary>
public abstract record StaffImportOutcome
{
    private StaffImportOutcome() { }

    /// <param name="Plan">What was done; doubts without an answer and refused lines were not.</param>
    /// <param name="Added">Those who are new, in the order of the plan.</param>
    /// <param name="Ended">How many of those proposed as leaving were ended.</param>
    public sealed record Applied(ImportPlan Plan, IReadOnlyList<StaffId> Added, int Ended) : StaffImportOutcome;

    /// <summary>The list of people is no longer what it was when the plan was shown. Nothing was done.</summary>
    public sealed record ShownAnew : StaffImportOutcome;
}
