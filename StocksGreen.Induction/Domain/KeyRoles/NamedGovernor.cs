using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.KeyRoles;

/// <summary>Who the named governor is, among those with an account.</summary>
public static class NamedGovernor
{
    private static readonly char[] AfterAName = [',', ';', '(', '/', '&', '–'];

    private static readonly HashSet<string> Titles = new(
        ["mr", "mrs", "ms", "miss", "dr", "prof", "revd", "rev", "sir", "dame", "cllr"],
        StringComparer.Ordinal
    );

    /// <summary>
    /// True where the school records this person as its named governor today. Raw: "June Cooke", "Mrs June Cooke, chair of governors", "June Cooke and Priya
    /// Nair".
    /// </summary>
    /// <param name="holders">Key roles on the day.</param>
    public static bool Is(string fullName, IReadOnlyDictionary<KeyRole, KeyRoleChange> holders) =>
        holders.TryGetValue(KeyRole.NamedGovernor, out var held)
        && held.Holder.Replace(" and ", " & ", StringComparison.OrdinalIgnoreCase)
            .Split(AfterAName)
            .Any(name => Words(name).SequenceEqual(Words(fullName), StringComparer.Ordinal));

    private static IReadOnlyList<string> Words(string name) =>
        [
            .. string.Concat(SearchText.Fold(name).Select(c => char.IsLetterOrDigit(c) ? c : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SkipWhile(Titles.Contains),
        ];
}
