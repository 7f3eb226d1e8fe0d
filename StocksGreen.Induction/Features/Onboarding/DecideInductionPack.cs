using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Onboarding;

/// <summary>What someone decides on a pack.</summary>
/// <param name="JobTitles">One a line; empty for everyone of the group.</param>
/// <param name="Briefings">Title and topics, one a line, of each talk; those without a title are left out.</param>
public sealed record InductionPackForm(
    string? Name,
    Audience Audience,
    string? JobTitles,
    IReadOnlyList<PolicyId> Policies,
    IReadOnlyList<(string? Title, string? Topics)> Briefings,
    int? DueSchoolDays,
    DateOnly? From,
    bool IsInUse = true
);

/// <summary>Decides what a new starter in a role must complete. Each decision stays on record.</summary>
public sealed class DecideInductionPack(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    public const int LongestName = 80;

    public const int MostSchoolDays = 60;

    /// <remarks>The same form sent twice, by a second tap, is one decision.</remarks>
    /// <param name="pack">The pack to change; null for a new one.</param>
    /// <returns>Not found when the actor may not, or there is no such pack.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid? pack, InductionPackForm form, CancellationToken cancellationToken) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (!Permissions.MayKeepInduction(actor))
                    {
                        return Result.NotFound;
                    }

                    var latest = pack is null
                        ? null
                        : await db.Packs.AsNoTracking().Where(row => row.PackId == pack).OrderBy(row => row.Number).LastOrDefaultAsync(cancellationToken);
                    if (pack is not null && latest is null)
                    {
                        return Result.NotFound;
                    }

                    var known = await db.Policies.Select(policy => policy.Id).ToListAsync(cancellationToken);
                    var briefings = form
                        .Briefings.Select(briefing => new InductionPackBriefing(FreeText.Clean(briefing.Title), Lines(briefing.Topics)))
                        .Where(briefing => briefing.Title.Length > 0 || briefing.Topics.Count > 0)
                        .ToList();
                    var errors = Errors(form, briefings).ToList();
                    if (errors.Count > 0)
                    {
                        return Result.Invalid(errors);
                    }

                    var decided = new InductionPack(
                        Guid.NewGuid(),
                        EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                        pack ?? Guid.NewGuid(),
                        (latest?.Number ?? 0) + 1,
                        FreeText.Clean(form.Name),
                        form.Audience,
                        Lines(form.JobTitles),
                        [.. form.Policies.Where(known.Contains).Distinct()],
                        briefings,
                        form.DueSchoolDays!.Value,
                        form.From!.Value,
                        form.IsInUse,
                        actor.StaffId,
                        actor.FullName
                    );
                    var twins = latest is not null ? [latest] : InductionPack.InUse(await db.Packs.AsNoTracking().ToListAsync(cancellationToken));
                    if (!twins.Any(decided.SaysTheSameAs))
                    {
                        log.Record(decided);
                    }

                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.SettingsChanged, actor, what: "the induction packs");

    private static List<string> Lines(string? text) =>
        [
            .. FreeText
                .Clean(text)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static IEnumerable<ValidationError> Errors(InductionPackForm form, List<InductionPackBriefing> briefings)
    {
        foreach (var error in FreeText.Errors("Name", FreeText.Clean(form.Name), "Give the pack a name.", LongestName))
        {
            yield return error;
        }

        if (!Enum.IsDefined(form.Audience))
        {
            yield return new ValidationError("Audience", "Choose the group that the pack is for.");
        }

        if (form.Policies.Count + briefings.Count == 0)
        {
            yield return new ValidationError("Policies", "Choose at least one policy, or write one talk.");
        }

        if (form.DueSchoolDays is not (>= 1 and <= MostSchoolDays))
        {
            yield return new ValidationError("Due", $"Enter 1 to {MostSchoolDays} school days.");
        }

        if (form.From is null)
        {
            yield return new ValidationError("From", "Enter the first day on which someone may start with this pack.");
        }

        for (var i = 0; i < briefings.Count; i++)
        {
            if (
                briefings[i].Title.Length is 0 or > RecordBriefing.LongestTitle
                || briefings[i].Topics.Count is 0 or > RecordBriefing.MostTopics
                || briefings[i].Topics.Any(topic => topic.Length > RecordBriefing.LongestTitle)
            )
            {
                yield return new ValidationError(
                    $"Briefings[{i}]",
                    $"Each talk has a title and one to {RecordBriefing.MostTopics} topics, one a line, of at most {RecordBriefing.LongestTitle} characters."
                );
            }
        }

        if (briefings.Select(briefing => SearchText.Fold(briefing.Title)).Distinct(StringComparer.Ordinal).Count() < briefings.Count)
        {
            yield return new ValidationError("Briefings[0]", "Two talks have the same title.");
        }
    }
}
