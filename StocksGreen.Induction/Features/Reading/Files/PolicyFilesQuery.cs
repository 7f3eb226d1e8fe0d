using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Files;

/// <summary>
/// Pictures and originals for those who may read the text they belong to: a version in force or one that the person signed, and for the office every version
/// and draft.
/// </summary>
public sealed class PolicyFilesQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when there is none that the actor may see.</returns>
    public async Task<byte[]?> PictureAsync(Actor actor, string sha256, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (Permissions.MayPublish(actor))
        {
            return await ContentAsync(db, sha256, cancellationToken)
                ?? await db.DraftFiles.AsNoTracking().Where(file => file.Sha256 == sha256).Select(file => file.Content).FirstOrDefaultAsync(cancellationToken);
        }

        return await AnyAsync(db, actor, (version, duty) => Shows(version, duty, sha256), cancellationToken) is null
            ? null
            : await ContentAsync(db, sha256, cancellationToken);
    }

    /// <returns>Null where the version has none, or the actor may not read all of its text.</returns>
    public async Task<(PolicyVersion Version, byte[] Content)?> OriginalAsync(Actor actor, VersionId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var version = await WholeAsync(db, actor, id, cancellationToken);
        return version?.Original is { } original && await ContentAsync(db, original.Sha256, cancellationToken) is { } content ? (version, content) : null;
    }

    /// <returns>A version of which the actor may read all; null where there is none.</returns>
    public async Task<PolicyVersion?> WholeAsync(Actor actor, VersionId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await WholeAsync(db, actor, id, cancellationToken);
    }

    /// <returns>True where the person may have the original of a version that they may read.</returns>
    public async Task<bool> MayHaveOriginalAsync(Actor actor, PolicyVersion version, CancellationToken cancellationToken)
    {
        if (version.Original is null || Permissions.MayPublish(actor))
        {
            return version.Original is not null;
        }

        return await WholeAsync(actor, version.Id, cancellationToken) is not null;
    }

    private async Task<PolicyVersion?> WholeAsync(InductionDb db, Actor actor, VersionId id, CancellationToken cancellationToken) =>
        Permissions.MayPublish(actor)
            ? (await db.ReadVersionsAsync(cancellationToken)).FirstOrDefault(row => row.Id == id)
            : await AnyAsync(db, actor, (row, duty) => row.Id == id && duty?.Parts is null, cancellationToken);

    private static Task<byte[]?> ContentAsync(InductionDb db, string sha256, CancellationToken cancellationToken) =>
        db.PolicyFiles.AsNoTracking().Where(file => file.Sha256 == sha256).Select(file => file.Content).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A version that the actor may read, now, before it is in force, or because of having signed it, and of which something holds.</summary>
    private async Task<PolicyVersion?> AnyAsync(
        InductionDb db,
        Actor actor,
        Func<PolicyVersion, AudienceDuty?, bool> holds,
        CancellationToken cancellationToken
    )
    {
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if (await PolicyToReadQuery.FactsAsync(db, actor, today, cancellationToken) is not ({ } facts, { } person))
        {
            return null;
        }

        var signed = facts.Attestations.Where(row => row.StaffId == person.Id).Select(row => row.VersionId).ToHashSet();
        return facts
            .InForceOn(today)
            .Select(entry => entry.Version)
            .Concat(facts.Policies.SelectMany(policy => facts.HistoryOf(policy.Id).ReadyOn(today)))
            .Concat(facts.Versions.Where(version => signed.Contains(version.Id)))
            .FirstOrDefault(version => holds(version, facts.DutiesOn(today, version).FirstOrDefault(duty => duty.Audience == person.Audience)));
    }

    private static bool Shows(PolicyVersion version, AudienceDuty? duty, string sha256) =>
        version
            .Text.Sections.Select(section => section.Blocks)
            .Prepend(version.Text.Preamble)
            .Index()
            .Any(part => (duty?.Shows(part.Index) ?? true) && BlockText.All(part.Item).OfType<Picture>().Any(picture => picture.Sha256 == sha256));
}
