using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>Lines that are alike, counted by the database itself whenever one is written: how many there are is known without reading them.</summary>
/// <param name="Day">Of what is open, the due day; of what is signed, the day of the signature; else <see cref="NoDay"/>.</param>
public sealed record RequirementCount(PolicyId PolicyId, Audience Audience, LineState State, DateOnly Day, int Lines)
{
    /// <summary>Where no day matters.</summary>
    public static readonly DateOnly NoDay = DateOnly.MinValue;

    /// <summary>The day under which a line is counted.</summary>
    internal static DateOnly DayOf(RequirementLine line) =>
        line.State switch
        {
            LineState.Open => line.DueOn,
            LineState.Signed => line.SignedOn ?? NoDay,
            _ => NoDay,
        };
}
