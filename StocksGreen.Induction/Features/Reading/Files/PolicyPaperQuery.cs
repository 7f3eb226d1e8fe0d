using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reading.Files;

/// <summary>A published version as a document of its own, for those who may read all of it.</summary>
public sealed class PolicyPaperQuery(PolicyFilesQuery files, CurrentSchool school, IDbContextFactory<InductionDb> factory)
{
    /// <param name="format">"pdf" or "docx".</param>
    /// <returns>Null when there is no such version or format, or the actor may not read all of the text.</returns>
    public async Task<PolicyPaperFile?> ExecuteAsync(Actor actor, VersionId id, string format, CancellationToken cancellationToken)
    {
        if (await files.WholeAsync(actor, id, cancellationToken) is not { } version || await school.GetAsync(cancellationToken) is not { } known)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pictures = await db.ReadPicturesAsync(version.Text, cancellationToken);
        var paper = new PolicyPaper(
            version.Text,
            known.Name,
            $"{version.Label}, published {LondonTime.ToWords(version.PublishedOn)}",
            version.TextHash,
            version.PublishedAt,
            pictures.Find
        );
        return PolicyPaperFile.Create(paper, format, version.Label.ToLowerInvariant());
    }
}
