using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Branding;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Branding;

/// <summary>Puts the school's own crest at the head of its pages and papers, or gives it up again.</summary>
public sealed class DecideCrest(EvidenceWriter evidence, CurrentSchool school, AccessLog told, TimeProvider clock)
{
    /// <param name="file">A picture from anywhere; null to give the crest up.</param>
    /// <returns>Not found when the actor may not.</returns>
    public async Task<Result<Unit>> ExecuteAsync(Actor actor, byte[]? file, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepRecords(actor))
        {
            return Result.NotFound;
        }

        byte[]? crest;
        try
        {
            crest = file is { } chosen ? CrestImage.Prepare(chosen) : null;
        }
        catch (PictureFormatException fault)
        {
            return Result.Invalid("File", fault.Message);
        }

        var result = await evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    var before = await db.ReadCrestFileAsync(cancellationToken);
                    if (before is null ? crest is null : crest?.AsSpan().SequenceEqual(before) == true)
                    {
                        return Result.Invalid("File", crest is null ? "The school has no crest here." : "That is the crest already.");
                    }

                    log.Record(
                        new SchoolCrest(
                            Guid.NewGuid(),
                            EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                            crest is null ? null : Convert.ToBase64String(crest),
                            actor.StaffId,
                            actor.FullName
                        )
                    );
                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.SettingsChanged, actor, what: "the crest");
        school.Forget();
        return result;
    }
}
