namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Addresses of links as files hold them.</summary>
internal static class FlowAddress
{
    private const int Longest = 2_000;
    private static readonly string[] Programs = ["javascript:", "vbscript:", "data:"];

    /// <summary>An address that may stand in a policy; null for none, and for one that starts a program.</summary>
    internal static string? Safe(string? address) =>
        address?.Trim() is { Length: > 0 and <= Longest } trimmed && !Programs.Any(start => trimmed.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            ? string.Concat(trimmed.Select(c => c is '<' or '>' or '"' or ' ' || char.IsControl(c) ? Uri.HexEscape((char)(c & 0x7F)) : c.ToString()))
            : null;
}
