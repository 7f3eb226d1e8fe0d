namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>Requirements counted. Percentages are always of <see cref="Required"/>, and who is paused, exempt or gone is next to it.</summary>
/// <param name="Signed">Signed by people in post.</param>
/// <param name="Due">In post, not signed, still in time.</param>
/// <param name="Overdue">In post, not signed, late.</param>
/// <param name="Paused">On a long absence and not signed: neither late nor done.</param>
/// <param name="Exempt">Need not sign, by a recorded decision.</param>
/// <param name="Left">Left the school: no longer asked, whether they had signed or not.</param>
public sealed record StandingFigures(int Signed, int Due, int Overdue, int Paused, int Exempt, int Left)
{
    /// <summary>No one at all.</summary>
    public static StandingFigures None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>N of every "n of N": signed, due and overdue together.</summary>
    public int Required => Signed + Due + Overdue;

    /// <summary>Share signed in per cent, as <see cref="Shares"/> rounds it; null when no one is required.</summary>
    public int? PercentSigned => Shares?.Signed;

    /// <summary>Signed, due and overdue in per cent of <see cref="Required"/>; together 100. Null when no one is required.</summary>
    public (int Signed, int Due, int Overdue)? Shares =>
        Required > 0 && Percentages.Of(Signed, Due, Overdue) is [var signed, var due, var overdue] ? (signed, due, overdue) : null;

    public static StandingFigures From(IEnumerable<Requirement> requirements)
    {
        var all = requirements.ToList();
        return OfStandings(all.Where(requirement => !requirement.HasLeft).Select(requirement => requirement.Standing)) with
        {
            Left = all.Count(requirement => requirement.HasLeft),
        };
    }

    /// <summary>Of people in post.</summary>
    public static StandingFigures OfStandings(IEnumerable<Standing> standings)
    {
        var counts = standings.CountBy(standing => standing.Kind).ToDictionary();
        return new StandingFigures(
            Of(StandingKind.Signed),
            Of(StandingKind.Due),
            Of(StandingKind.Overdue),
            Of(StandingKind.Paused),
            Of(StandingKind.Exempt),
            Left: 0
        );

        int Of(StandingKind kind) => counts.GetValueOrDefault(kind);
    }
}
