using System.Globalization;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Reads colours as style sheets write them.</summary>
internal static class FlowColour
{
    /// <summary>Raw: "#fff", "#FFFFFF", "rgb(255, 255, 255)", "white".</summary>
    /// <returns>0xRRGGBB; null for what is no colour that can be told.</returns>
    internal static int? Parse(string? text)
    {
        var value = text?.Trim().ToLowerInvariant() ?? "";
        if (value.StartsWith('#'))
        {
            var digits = value[1..];
            digits = digits.Length == 3 ? string.Concat(digits.Select(digit => $"{digit}{digit}")) : digits;
            return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb) ? rgb : null;
        }

        if (value.StartsWith("rgb", StringComparison.Ordinal) && value.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
        {
            var parts = value[(open + 1)..].TrimEnd(')').Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return parts.Length >= 3 && Part(parts[0]) is { } red && Part(parts[1]) is { } green && Part(parts[2]) is { } blue
                ? (red << 16) | (green << 8) | blue
                : null;
        }

        return value switch
        {
            "white" => 0xFFFFFF,
            "black" => 0,
            "red" => 0xFF0000,
            "yellow" => 0xFFFF00,
            "blue" => 0x0000FF,
            "green" => 0x008000,
            "navy" => 0x000080,
            "gray" or "grey" => 0x808080,
            _ => null,
        };

        static int? Part(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 255 ? value : null;
    }
}
