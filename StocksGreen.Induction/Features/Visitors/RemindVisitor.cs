using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Visitors;

/// <summary>
/// Records that a visitor was reminded: name, organisation, time, version and wording, and nothing else. All that one visit shows is recorded at one instant.
/// </summary>
public sealed class RemindVisitor(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestName = 120;

    /// <summary>
    /// Reminders of one policy in an hour above which the page asks people to go to the office: no school has more visitors, a prankster might.
    /// </summary>
    public const int MostAnHour = 200;

    /// <param name="versions">What the page showed; at least one.</param>
    /// <remarks>Anyone may ask: visitors have no account. The same visitor within ten minutes is one visit.</remarks>
    public Task<Result<Unit>> ExecuteAsync(string? fullName, string? organisation, IReadOnlyList<VersionId> versions, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var (name, from) = (OneLine(fullName), OneLine(organisation));
                List<ValidationError> errors = [.. FreeText.Errors("Name", name, "Enter your name.", LongestName)];
                if (from.Length > LongestName)
                {
                    errors.Add(new ValidationError("Organisation", $"Shorten it to {LongestName} characters."));
                }

                var policies = (await VisitorPolicyQuery.LoadAsync(db, LondonTime.DateIn(now), cancellationToken))
                    .Where(policy => versions.Contains(policy.Version.Id))
                    .ToList();
                if (policies.Count == 0 || policies.Count < versions.Count)
                {
                    return Result.Invalid("Name", "The policy was published again just now. Please read it again.");
                }

                var hourAgo = now.AddHours(-1);
                var recent = db.VisitorReminders.Where(row => row.At > hourAgo).ToList();
                if (errors.Count == 0 && versions.Any(version => recent.Count(row => row.VersionId == version) >= MostAnHour))
                {
                    errors.Add(new ValidationError("Name", "This page is busy. Please tell the school office your name."));
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                var visit = recent
                    .Where(row => row.At > now.AddMinutes(-10) && row.FullName == name && row.Organisation == from)
                    .Select(row => row.VersionId)
                    .ToList();
                foreach (var policy in policies.Where(policy => !visit.Contains(policy.Version.Id)))
                {
                    log.Record(new VisitorReminder(Guid.NewGuid(), now, name, from, policy.Version.Id, policy.Version.Number, policy.Wording));
                }

                return Result.Done;
            },
            cancellationToken
        );

    private static string OneLine(string? text) => string.Join(' ', FreeText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
