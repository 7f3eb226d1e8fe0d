using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>
/// How long people have to sign: for the whole school, or for one policy. A change is a new decision, and holds for anyone who is asked on its day or later.
/// </summary>
/// <param name="PolicyId">Null for the whole school.</param>
/// <param name="NewStarterDays">Working days that a new starter has, the first day in post included.</param>
/// <param name="ReissueDays">Working days that those in post have after the day on which they are asked.</param>
/// <param name="LongOverdueDay">Working day, counted alike, from which someone who has not signed is flagged as long overdue.</param>
/// <param name="IsInUse">False where a policy goes by the school's own rules again.</param>
[Evidence("DueRulesDecided", "DueRules", "set of due rules")]
public sealed record DueRules(
    Guid Id,
    DateTimeOffset At,
    PolicyId? PolicyId,
    int NewStarterDays,
    int ReissueDays,
    int LongOverdueDay,
    bool IsInUse,
    StaffId DecidedBy,
    string DecidedByName
) : SealedRecord(Id, At)
{
    public const int MostDays = 200;

    /// <summary>What holds until the school decides otherwise.</summary>
    public static DueRules Usual { get; } =
        new(Guid.Empty, default, null, DueDate.NewStarterSchoolDays, DueDate.ReissueSchoolDays, DueDate.LongOverdueSchoolDay, IsInUse: true, default, "");

    public override string Form => "due-rules/1";

    /// <summary>The rules for those who are asked on a day: the policy's own where it has any, else the school's.</summary>
    /// <param name="decisions">All of the school and of this policy, in the order in which they were entered.</param>
    public static DueRules On(DateOnly askedOn, IReadOnlyList<DueRules> decisions)
    {
        var (school, own) = (Usual, (DueRules?)null);
        foreach (var decision in decisions)
        {
            if (LondonTime.DateIn(decision.At) <= askedOn)
            {
                (school, own) = decision.PolicyId is null ? (decision, own) : (school, decision.IsInUse ? decision : null);
            }
        }

        return own ?? school;
    }
}
