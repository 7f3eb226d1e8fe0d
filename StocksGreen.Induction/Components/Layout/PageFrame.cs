using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Components.Layout;

/// <summary>What is shown around every page.</summary>
/// <param name="SchoolName">The product's name until the school is set up.</param>
/// <param name="IsDemonstration">True where all people are invented; every page says so.</param>
/// <param name="CrestUrl">Null where the school uses no crest.</param>
/// <param name="Actor">Null when no one is signed in.</param>
/// <param name="IsSharedDevice">True in a session at the school's own device.</param>
/// <param name="IsNamedGovernor">True for the governor who reads declarations of the headteacher.</param>
public sealed record PageFrame(string SchoolName, bool IsDemonstration, string? CrestUrl, Actor? Actor, bool IsSharedDevice, bool IsNamedGovernor)
{
    /// <summary>Sentences on what others did in this person's name, of which they have not said yet that they know.</summary>
    public IReadOnlyList<string> ToTell { get; init; } = [];
}
