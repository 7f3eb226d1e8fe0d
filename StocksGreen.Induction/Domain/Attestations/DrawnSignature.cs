using System.Globalization;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>A signature drawn with finger or mouse, kept as the lines of its picture: neither pace nor pressure.</summary>
public static class DrawnSignature
{
    /// <summary>Width of the field in its own units; its height is <see cref="Height"/>.</summary>
    public const int Width = 1000;

    public const int Height = 300;

    private const int MostPoints = 4000;

    /// <summary>Reads what a browser sent. Raw: "12,40 15,44 20,51;300,20 310,26": lines by semicolons, points by spaces.</summary>
    /// <returns>The lines; null when it is no drawing, which is then not kept.</returns>
    public static IReadOnlyList<IReadOnlyList<(int X, int Y)>>? Parse(string? drawing)
    {
        if (string.IsNullOrWhiteSpace(drawing) || drawing.Length > MostPoints * 9)
        {
            return null;
        }

        var lines = new List<IReadOnlyList<(int, int)>>();
        foreach (var line in drawing.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var points = new List<(int, int)>();
            foreach (var point in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (point.Split(',') is not [var x, var y] || Coordinate(x, Width) is not { } across || Coordinate(y, Height) is not { } down)
                {
                    return null;
                }

                points.Add((across, down));
            }

            if (points.Count > 1)
            {
                lines.Add(points);
            }
        }

        return lines.Count == 0 || lines.Sum(line => line.Count) > MostPoints ? null : lines;
    }

    /// <summary>The one way in which a drawing is written.</summary>
    public static string Write(IReadOnlyList<IReadOnlyList<(int X, int Y)>> lines) =>
        string.Join(';', lines.Select(line => string.Join(' ', line.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")))));

    private static int? Coordinate(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;
}
