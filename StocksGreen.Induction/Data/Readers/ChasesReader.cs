using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Reminders as they count.</summary>
public static class ChasesReader
{
    /// <summary>All but those that were taken back: what says that someone was reminded asks here.</summary>
    public static IQueryable<Chase> ChasesThatCount(this InductionDb db) => db.Chases.Where(chase => !db.ChasesTakenBack.Any(back => back.ChaseId == chase.Id));
}
