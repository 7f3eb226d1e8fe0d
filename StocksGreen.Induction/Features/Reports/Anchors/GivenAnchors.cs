using System.Text.Json;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Reports.Anchors;

/// <summary>Which anchors were given out lately and who has them, so that no one gets one twice. It proves nothing and may go.</summary>
internal sealed class GivenAnchors
{
    private const int MostDays = 60;
    private readonly string file;
    private readonly List<Given> days;

    private GivenAnchors(string file, List<Given> days) => (this.file, this.days) = (file, days);

    /// <summary>The one that was made last, whatever its day; null where none is known.</summary>
    internal SignedCheckpoint? Last => days.Count == 0 ? null : Anchor(days[^1]);

    /// <param name="file">It need not be there; one that cannot be understood says nothing.</param>
    internal static async Task<GivenAnchors> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new(file, File.Exists(file) ? JsonSerializer.Deserialize<List<Given>>(await File.ReadAllBytesAsync(file, cancellationToken)) ?? [] : []);
        }
        catch (JsonException)
        {
            return new(file, []);
        }
    }

    /// <summary>The anchor of a day; null where it was not made yet. A clock that was set back comes to the same day again.</summary>
    internal SignedCheckpoint? Of(DateOnly day) => days.Find(given => given.Day == day) is { } given ? Anchor(given) : null;

    internal bool Has(DateOnly day, string place) => days.Exists(given => given.Day == day && given.To.Contains(place, StringComparer.OrdinalIgnoreCase));

    /// <exception cref="IOException">It cannot be written.</exception>
    internal void Add(DateOnly day, SignedCheckpoint anchor)
    {
        days.Add(new Given(day, anchor.ToString(), []));
        days.RemoveRange(0, Math.Max(0, days.Count - MostDays));
        Save();
    }

    /// <param name="isGiven">False where it was not taken after all.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal void Note(DateOnly day, string place, bool isGiven)
    {
        var to = days.Single(given => given.Day == day).To;
        to.RemoveAll(one => string.Equals(one, place, StringComparison.OrdinalIgnoreCase));
        if (isGiven)
        {
            to.Add(place);
        }

        Save();
    }

    private void Save() => OwnFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(days));

    private static SignedCheckpoint? Anchor(Given given) => SignedCheckpoint.FindIn(given.Anchor) is [var anchor] ? anchor : null;

    /// <param name="To">Addresses and files.</param>
    private sealed record Given(DateOnly Day, string Anchor, List<string> To);
}
