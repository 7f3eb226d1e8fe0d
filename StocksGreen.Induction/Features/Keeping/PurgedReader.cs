using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>What is sealed when the times of a confirmation are deleted: whose it was stays sealed, so that the row beside it can still be compared.</summary>
/// <param name="Form">"purge/2"; "purge/1" had no person.</param>
/// <param name="Entry">The entry that was emptied.</param>
/// <param name="Rule">Why, in one sentence.</param>
internal sealed record PurgedReader(string Form, long Entry, string Kind, string Rule, Guid Person)
{
    internal const string CurrentForm = "purge/2";

    private const string Beginning = $"{{\"form\":\"{CurrentForm}\"";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <returns>The person of each emptied confirmation; of those in the first form there is none.</returns>
    internal static async Task<IReadOnlyDictionary<long, Guid>> AllAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var all = new Dictionary<long, Guid>();
        await foreach (var entry in db.Evidence.AsNoTracking().Where(entry => entry.Kind == EvidenceKind.PayloadPurged && entry.Payload!.StartsWith(Beginning)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (IsWhole(entry, out var facts) && entry.Subject == facts.Entry.ToString(CultureInfo.InvariantCulture))
            {
                all[facts.Entry] = facts.Person;
            }
        }

        return all;
    }

    /// <summary>Whether an entry that says that it is in this form can be read in it.</summary>
    internal static bool IsWhole(EvidenceEntry entry, [NotNullWhen(true)] out PurgedReader? facts)
    {
        try
        {
            facts = JsonSerializer.Deserialize<PurgedReader>(entry.Payload!, Options);
        }
        catch (JsonException)
        {
            facts = null;
        }

        return facts is not null;
    }

    /// <summary>Whether an entry says that it is in this form.</summary>
    internal static bool IsClaimedBy(EvidenceEntry entry) => entry.Payload?.StartsWith(Beginning, StringComparison.Ordinal) is true;
}
