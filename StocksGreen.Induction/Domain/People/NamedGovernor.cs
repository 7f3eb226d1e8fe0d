namespace StocksGreen.Induction.Domain.People;

/// <summary>Who the named governor is, among those with an account.</summary>
public static class NamedGovernor
{
    /// <summary>True where the school records this person as its named governor today. Raw: "June Cooke", "June Cooke, chair of governors".</summary>
    /// <param name="holders">Key roles on the day.</param>
    public static bool Is(string fullName, IReadOnlyDictionary<KeyRole, KeyRoleChange> holders) =>
        holders.TryGetValue(KeyRole.NamedGovernor, out var held)
        && $"{Words(held.Holder)} ".StartsWith($"{Words(fullName)} ", StringComparison.Ordinal);

    private static string Words(string name) =>
        string.Join(' ', string.Concat(SearchText.Fold(name).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
