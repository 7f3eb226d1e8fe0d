using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reminding;

/// <summary>Records that a visitor was reminded: name, organisation, time, version and wording, and nothing else.</summary>
public sealed class RemindVisitor(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestName = 120;

    /// <summary>Reminders of one policy in an hour above which the page asks people to go to the office: no school has more visitors, a prankster might.</summary>
    public const int MostAnHour = 200;

    /// <returns>What is wrong; nothing when it was recorded.</returns>
    /// <remarks>Anybody may ask: visitors have no account. The same visitor within ten minutes is one visit.</remarks>
    public Task<IReadOnlyList<Refusal>> ExecuteAsync(string? fullName, string? organisation, VersionId version, CancellationToken cancellationToken) =>
        evidence.WriteAsync<IReadOnlyList<Refusal>>(
            async (db, log) =>
            {
                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var (name, from) = (OneLine(fullName), OneLine(organisation));
                List<Refusal> refusals = [.. FreeText.Refusals("name", name, "Enter your name.", LongestName)];
                if (from.Length > LongestName)
                {
                    refusals.Add(new Refusal("organisation", $"Shorten it to {LongestName} characters."));
                }

                if ((await VisitorPolicyQuery.LoadAsync(db, LondonTime.DateIn(now), cancellationToken)).FirstOrDefault(policy => policy.Version.Id == version) is not { } policy)
                {
                    return [new Refusal("name", "The policy was published anew just now. Please read it again.")];
                }

                var hourAgo = now.AddHours(-1);
                var recent = db.VisitorReminders.Where(row => row.At > hourAgo).ToList();
                if (refusals.Count == 0 && recent.Count(row => row.VersionId == version) >= MostAnHour)
                {
                    refusals.Add(new Refusal("name", "This page is busy. Please tell the school office your name."));
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                if (!recent.Exists(row => row.At > now.AddMinutes(-10) && row.FullName == name && row.Organisation == from && row.VersionId == version))
                {
                    log.Record(new VisitorReminder(Guid.NewGuid(), now, name, from, version, policy.Version.Number, policy.Wording));
                }

                return [];
            },
            cancellationToken);

    private static string OneLine(string? text) => string.Join(' ', FreeText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
