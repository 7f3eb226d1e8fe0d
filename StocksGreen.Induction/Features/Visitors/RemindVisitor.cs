using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Sessions;
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
public sealed class RemindVisitor(EvidenceWriter evidence, Guesses tries, TimeProvider clock)
{
    public const int LongestName = 120;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Visits in an hour from one address above which the page asks people to go to the office: a prankster shuts out no one but themselves.</summary>
    public const int MostFromAnAddress = 100;

    /// <summary>Visits in an hour from all addresses together: what no school has.</summary>
    public const int MostAnHour = 2_000;

    /// <param name="versions">What the page showed; at least one.</param>
    /// <param name="address">Network address of the visitor; null where it is not known.</param>
    /// <remarks>Anyone may ask: visitors have no account. The same visitor on the same day is one visit, however often they press the button.</remarks>
    public Task<Result<Unit>> ExecuteAsync(
        string? fullName,
        string? organisation,
        IReadOnlyList<VersionId> versions,
        string? address,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var (name, from) = (OneLine(fullName), OneLine(organisation));
                List<ValidationError> errors = [.. FreeText.Errors("Name", name, "Enter your name.", LongestName)];
                errors.AddRange(PlainLine.Errors(("Name", Spaced(fullName)), ("Organisation", Spaced(organisation))));
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

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                var dayBegan = LondonTime.EndOf(LondonTime.DateIn(now).AddDays(-1));
                var seen = (await db.VisitorReminders.AsNoTracking().Where(row => row.At >= dayBegan).ToListAsync(cancellationToken))
                    .Where(row => IsSame(row.FullName, name) && IsSame(row.Organisation, from))
                    .Select(row => row.VersionId)
                    .ToHashSet();
                var unseen = policies.Where(policy => !seen.Contains(policy.Version.Id)).ToList();
                if (seen.Count == 0 && !MayComeIn(address))
                {
                    return Result.Invalid("Name", "This page is busy. Please tell the school office your name.");
                }

                foreach (var policy in unseen)
                {
                    log.Record(new VisitorReminder(Guid.NewGuid(), now, name, from, policy.Version.Id, policy.Version.Number, policy.Wording));
                }

                return Result.Done;
            },
            cancellationToken
        );

    private bool MayComeIn(string? address) =>
        tries.Begin($"visit from {(address is null ? "somewhere" : RequestOrigin.Network(address))}", MostFromAnAddress, Hour)
        && tries.Begin("visit", MostAnHour, Hour);

    private static bool IsSame(string one, string other) => SearchText.Fold(one).Equals(SearchText.Fold(other), StringComparison.Ordinal);

    private static string OneLine(string? text) => Spaced(FreeText.Clean(text));

    // Line ends and tabs come with what is pasted, and are spaces.
    private static string Spaced(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
