using StocksGreen.Induction.Components.Icons;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Components.Shell;

/// <summary>An entry of the office's menu.</summary>
/// <param name="Words">What the page is called everywhere: "To sign".</param>
internal sealed record OfficeLink(string Url, string Words, IconName Icon, Func<Actor, bool> IsFor)
{
    /// <summary>Other addresses under which pages of this entry stand.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>How many wait there; null where nothing is counted.</summary>
    public Func<ShellCounts, int>? Count { get; init; }

    /// <summary>What is counted, for one and for several: "person to sign", "people to sign".</summary>
    public (string One, string Many) Counted { get; init; }
}
