using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>
/// Changes a draft, undoes and redoes, keeps what was planned for its publication, and throws it away. Each is on the disk before the next page is shown.
/// </summary>
public sealed class EditDraft(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>Earlier revisions than this many are forgotten.</summary>
    public const int MostRevisions = 100;

    /// <param name="revision">The revision that was on the page.</param>
    public Task<Result<EditOutcome>> ExecuteAsync(Actor actor, Guid id, int revision, DraftEdit edit, CancellationToken cancellationToken) =>
        WriteAsync(
            actor,
            id,
            revision,
            async (db, draft) =>
            {
                var current = await db.DraftRevisions.AsNoTracking().SingleAsync(row => row.DraftId == id && row.Number == draft.Revision, cancellationToken);
                var edited = DraftEditing.Apply(current.Text, edit);
                if (edited is DraftEdited.Refused refused)
                {
                    return Result.Invalid(refused.Errors);
                }

                var done = (DraftEdited.Done)edited;
                return await AddAsync(
                    db,
                    draft,
                    actor,
                    current with
                    {
                        Text = done.Text,
                        Decisions = [.. current.Decisions, .. Confirmed(actor, edit, done.Text)],
                        Extract = ExtractAfter(current, done, actor),
                        What = done.What,
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <summary>Decides about what the import left out; each decision is a change of the draft, with its time and its name, and can be undone.</summary>
    /// <param name="keys">The points; of those that are gone or decided already nothing is written.</param>
    public Task<Result<EditOutcome>> DecideAsync(
        Actor actor,
        Guid id,
        int revision,
        IReadOnlyCollection<string> keys,
        FidelityChoice choice,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            actor,
            id,
            revision,
            async (db, draft) =>
            {
                var current = await db.DraftRevisions.AsNoTracking().SingleAsync(row => row.DraftId == id && row.Number == draft.Revision, cancellationToken);
                var points = FidelityState
                    .Create(draft.Report, current.Text, current.Decisions)
                    .Open.Where(point => keys.Contains(point.Key, StringComparer.Ordinal))
                    .ToList();
                if (points.Count == 0)
                {
                    return Result.Invalid("Fidelity", "That is decided already, or is no longer there.");
                }

                if (points.Exists(point => !point.Choices.Contains(choice)))
                {
                    return Result.Invalid("Fidelity", "That cannot be decided so. Choose one of the answers that stand next to it.");
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                return await AddAsync(
                    db,
                    draft,
                    actor,
                    current with
                    {
                        Decisions =
                        [
                            .. current.Decisions,
                            .. points.Select(point => new FidelityDecision(point.Key, point.Kind, point.Text, point.Where, choice, now, actor.FullName)),
                        ],
                        What = points.Count == 1 ? "Decided one thing that was left out" : $"Decided {points.Count} things that were left out",
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <summary>Keeps pictures of pages with the draft and shows them: one for a page that is there, or any number as new pages at the end.</summary>
    /// <param name="section">From 0; one that is not there for new pages.</param>
    /// <param name="files">The bytes of each, and the name under which the person knows it.</param>
    public Task<Result<EditOutcome>> GivePagesAsync(
        Actor actor,
        Guid id,
        int revision,
        int section,
        IReadOnlyList<(byte[] Content, string Name)> files,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            actor,
            id,
            revision,
            async (db, draft) =>
            {
                var read = files.Select(file => PagePictureFile.Read(file.Content, file.Name)).ToList();
                if (read.Exists(each => each.Refusal is not null))
                {
                    return Result.Invalid([.. read.Where(each => each.Refusal is not null).Select(each => new ValidationError("File", each.Refusal!))]);
                }

                var kept = await db
                    .DraftFiles.Where(file => file.DraftId == id)
                    .Select(file => new { file.Sha256, file.Content.Length })
                    .ToListAsync(cancellationToken);
                var added = read.Select(each => new DraftFile(id, each.Picture!.Sha256, each.File))
                    .DistinctBy(file => file.Sha256, StringComparer.Ordinal)
                    .Where(file => !kept.Exists(each => each.Sha256 == file.Sha256))
                    .ToList();
                var pictures = kept.Where(each => each.Sha256 != draft.Original?.Sha256).Sum(each => (long)each.Length);
                if (pictures + added.Sum(file => (long)file.Content.Length) > PagePictures.MostBytes)
                {
                    return Result.Invalid("File", "The pictures of this draft would be more than 60 MB large. Save them smaller, and choose them again.");
                }

                var current = await db.DraftRevisions.AsNoTracking().SingleAsync(row => row.DraftId == id && row.Number == draft.Revision, cancellationToken);
                var edited = DraftEditing.Apply(current.Text, new DraftEdit.SetPages(section, [.. read.Select(each => each.Picture!)]));
                if (edited is DraftEdited.Refused refused)
                {
                    return Result.Invalid(refused.Errors);
                }

                db.DraftFiles.AddRange(added);
                var done = (DraftEdited.Done)edited;
                return await AddAsync(db, draft, actor, current with { Text = done.Text, What = done.What }, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Opens a decision again.</summary>
    public Task<Result<EditOutcome>> TakeBackAsync(Actor actor, Guid id, int revision, string key, CancellationToken cancellationToken) =>
        WriteAsync(
            actor,
            id,
            revision,
            async (db, draft) =>
            {
                var current = await db.DraftRevisions.AsNoTracking().SingleAsync(row => row.DraftId == id && row.Number == draft.Revision, cancellationToken);
                var rest = current.Decisions.Where(decision => decision.Key != key).ToList();
                return rest.Count == current.Decisions.Count
                    ? Result.Invalid("Fidelity", "There is no such decision any more.")
                    : await AddAsync(db, draft, actor, current with { Decisions = rest, What = "Opened a decision again" }, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="by">-1 undoes, 1 redoes.</param>
    public Task<Result<EditOutcome>> StepAsync(Actor actor, Guid id, int revision, int by, CancellationToken cancellationToken) =>
        WriteAsync(
            actor,
            id,
            revision,
            async (db, draft) =>
            {
                var to = draft.Revision + Math.Sign(by);
                if (!await db.DraftRevisions.AnyAsync(row => row.DraftId == id && row.Number == to, cancellationToken))
                {
                    return Result.Invalid("Structure", by < 0 ? "There is nothing left to undo." : "There is nothing to redo.");
                }

                draft.Revision = to;
                return new EditOutcome.Edited(by < 0 ? "Undone" : "Redone");
            },
            cancellationToken
        );

    /// <summary>Keeps what has been filled in for the publication.</summary>
    public Task<Result<EditOutcome>> PlanAsync(Actor actor, Guid id, int revision, PublishPlan plan, CancellationToken cancellationToken) =>
        WriteAsync(
            actor,
            id,
            revision,
            (_, draft) =>
            {
                draft.Plan = plan;
                return Task.FromResult<Result<EditOutcome>>(new EditOutcome.Edited("Kept"));
            },
            cancellationToken
        );

    /// <returns>Not found when there was none that the actor may throw away.</returns>
    public async Task<Result<Unit>> DiscardAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return Permissions.MayPublish(actor) && await db.Drafts.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? Result.Done
            : Result.NotFound;
    }

    /// <summary>Who writes the words of a page has confirmed them.</summary>
    private IEnumerable<FidelityDecision> Confirmed(Actor actor, DraftEdit edit, PolicyContent text) =>
        edit is not DraftEdit.WritePage page
            ? []
            : PagePoints
                .BySection(text)
                .Where(each => each.Section == page.Section && each.Point.Text.Length > 0)
                .Select(each => each.Point)
                .Select(point => new FidelityDecision(
                    point.Key,
                    point.Kind,
                    point.Text,
                    point.Where,
                    FidelityChoice.Confirmed,
                    EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                    actor.FullName
                ));

    /// <param name="next">What holds from now on and what was done; its number, time and name are given here.</param>
    private async Task<Result<EditOutcome>> AddAsync(InductionDb db, PolicyDraft draft, Actor actor, DraftRevision next, CancellationToken cancellationToken)
    {
        // What was undone cannot be redone over something new.
        await db
            .DraftRevisions.Where(row => row.DraftId == draft.Id && (row.Number > draft.Revision || row.Number <= draft.Revision - MostRevisions))
            .ExecuteDeleteAsync(cancellationToken);
        draft.Revision++;
        db.DraftRevisions.Add(next with { Number = draft.Revision, At = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), By = actor.FullName });
        return new EditOutcome.Edited(next.What);
    }

    private DraftExtract? ExtractAfter(DraftRevision current, DraftEdited.Done done, Actor actor) =>
        done.LeftOut.Count == 0
            ? current.Extract
            : new DraftExtract(
                current.Extract?.Document ?? current.Text.Title,
                [.. current.Extract?.LeftOut ?? [], .. done.LeftOut],
                actor.FullName,
                EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow())
            );

    private async Task<Result<EditOutcome>> WriteAsync(
        Actor actor,
        Guid id,
        int revision,
        Func<InductionDb, PolicyDraft, Task<Result<EditOutcome>>> write,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!Permissions.MayPublish(actor) || await db.Drafts.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } draft)
        {
            return Result.NotFound;
        }

        if (draft.Revision != revision)
        {
            return new EditOutcome.Stale();
        }

        var outcome = await write(db, draft);
        if (outcome is Result<EditOutcome>.Done)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }
}
