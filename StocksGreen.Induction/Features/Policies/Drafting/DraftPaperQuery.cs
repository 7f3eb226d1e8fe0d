using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>A draft as a document, for those who are asked what they think of it. It says on every page that it is a draft.</summary>
public sealed class DraftPaperQuery(DraftQuery drafts, CurrentSchool school, IDbContextFactory<InductionDb> factory)
{
    /// <param name="format">"pdf" or "docx".</param>
    /// <returns>Null when there is no such draft or format, or the actor may not see it.</returns>
    public async Task<PolicyPaperFile?> ExecuteAsync(Actor actor, Guid id, string format, CancellationToken cancellationToken)
    {
        if (await drafts.ExecuteAsync(actor, id, cancellationToken) is not { } draft || await school.GetAsync(cancellationToken) is not { } known)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pictures = await db.ReadPicturesAsync(draft.Text, cancellationToken, id);
        var paper = new PolicyPaper(
            draft.Text,
            known.Name,
            FormattableString.Invariant($"Draft, not published, after change {draft.Draft.Revision}"),
            Sha256Hex.Compute(PolicyMarkdown.Whole(draft.Text)),
            draft.Draft.CreatedAt,
            pictures.Find
        )
        {
            IsDraft = true,
        };
        return PolicyPaperFile.Create(paper, format, "draft");
    }
}
