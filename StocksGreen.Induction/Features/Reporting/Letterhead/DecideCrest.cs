using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Documents.Pictures;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Crests;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reporting.Letterhead;

/// <summary>Puts the school's own crest at the head of its pages and papers, or gives it up again.</summary>
public sealed class DecideCrest(EvidenceWriter evidence, CurrentSchool school, TimeProvider clock)
{
    /// <param name="file">A PNG from anywhere; null to give the crest up.</param>
    /// <returns>Every reason why not; empty when it is done. Null when the actor may not.</returns>
    public async Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, byte[]? file, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepRecords(actor))
        {
            return null;
        }

        byte[]? crest;
        try
        {
            crest = file is { } chosen ? CrestPicture.Prepare(chosen) : null;
        }
        catch (PngFormatException fault)
        {
            return [new Refusal("file", fault.Message)];
        }

        IReadOnlyList<Refusal> refusals = await evidence.WriteAsync(
            async (db, log) =>
            {
                var before = await db.ReadCrestFileAsync(cancellationToken);
                if (before is null ? crest is null : crest?.AsSpan().SequenceEqual(before) == true)
                {
                    return [new Refusal("file", crest is null ? "The school has no crest here." : "That is the crest already.")];
                }

                log.Record(new SchoolCrest(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), crest is null ? null : Convert.ToBase64String(crest), actor.StaffId, actor.FullName));
                return (IReadOnlyList<Refusal>)[];
            },
            cancellationToken);
        school.Forget();
        return refusals;
    }
}
