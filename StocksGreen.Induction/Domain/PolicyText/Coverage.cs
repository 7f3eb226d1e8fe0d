namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>Words of a file against words of the policy that was read from it.</summary>
/// <param name="SourceWords">Counted from the file itself, without what was left out and named; null where no one has counted.</param>
/// <param name="ResultWords">Counted from the policy.</param>
/// <param name="Missing">Words of the file that are in neither, in the order of the file.</param>
public sealed record Coverage(int? SourceWords, int ResultWords, IReadOnlyList<string> Missing)
{
    public static Coverage Unknown { get; } = new(null, 0, []);
}
