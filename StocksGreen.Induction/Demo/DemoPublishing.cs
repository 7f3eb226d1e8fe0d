using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.Publishing;

namespace StocksGreen.Induction.Demo;

/// <summary>Publishes the demonstration's policies by the program's own commands.</summary>
internal sealed class DemoPublishing(IServiceProvider services, DateOnly today)
{
    internal Task<VersionId> PublishSocialMediaPolicyAsync(Actor headteacher) =>
        PublishAsync(
            headteacher,
            Publication.First(
                SamplePolicy.Read().Policy,
                SamplePolicy.FileName,
                headteacher.FullName,
                AudienceDuty.InFull([Audience.Employee, Audience.Governor, Audience.Volunteer])
            ) with
            {
                Document = SamplePolicy.Bytes(),
            }
        );

    internal Task<VersionId> PublishSampleAsync(Actor headteacher, string fileName, IReadOnlyList<AudienceDuty> duties) =>
        PublishAsync(
            headteacher,
            Publication.First(SamplePolicies.Read(fileName).Policy, fileName, headteacher.FullName, duties) with
            {
                Document = SamplePolicies.Bytes(fileName),
            }
        );

    /// <summary>A second version as a school makes one: from the text in force, with one thing learnt and one made clearer.</summary>
    internal async Task<(VersionId Version, IReadOnlyList<AudienceDuty> Duties)> ReissueAsync(Actor headteacher)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        var title = SamplePolicies.Read(DemoPolicyList.Reissued).Policy.Title;
        var before = (await db.ReadVersionsAsync(default)).Single(version => version.Text.Title == title);
        var sections = before.Text.Sections.ToList();
        var handling = sections.FindIndex(section => section.Title == "Safe handling");
        var rules = sections.FindIndex(section => section.Title == "Our three rules");
        sections[handling] = sections[handling] with
        {
            Blocks =
            [
                .. sections[handling].Blocks,
                new Paragraph(RichText.FromPlainText("A second adult is called at once. Both write down what they saw, each alone.")),
            ],
        };
        sections[rules] = sections[rules] with { Blocks = [new Paragraph(RichText.FromPlainText("Be safe, be kind, be ready to learn."))] };
        var text = before.Text with { Sections = sections };
        var plan = new PublishPlan(
            ReviewReason.LessonFromBreach,
            "After an afternoon in October, two accounts of the same moment did not agree.",
            headteacher.FullName,
            "Section 5 now says that a second adult is called when a child is held, and that both write it down. The three rules stand in one sentence.",
            [
                .. PolicyComparison
                    .Between(before.Parts, PolicyMarkdown.Parts(text))
                    .Where(part => part.NeedsDecision)
                    .Select(part => new PlannedChange(
                        part.After?.Ordinal,
                        part.Before?.Ordinal,
                        part.Heading.Contains("handling", StringComparison.Ordinal) ? ChangeWeight.Material : ChangeWeight.Minor,
                        "Learnt in October."
                    )),
            ],
            before.Release.Duties
        );
        return (await PublishAsync(headteacher, new Publication(before.PolicyId, before.Id, text, DemoPolicyList.Reissued, plan)), before.Release.Duties);
    }

    /// <summary>The next version of a policy whose guidance has been superseded, begun and not finished.</summary>
    internal async Task BeginDraftAsync(Actor headteacher)
    {
        var imported = SamplePolicies.Read("child-protection-policy.md");
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        var policy = await db.Policies.SingleAsync(row => row.Title == imported.Policy.Title);
        var text = imported.Policy;
        var draft = (
            await services
                .GetRequiredService<StartDraft>()
                .ExecuteAsync(headteacher, policy.Id, imported, SamplePolicies.Bytes("child-protection-policy.md"), "child-protection-policy.md", default)
        ).OrThrow("Beginning a draft");
        var training = text.Sections.ToList().FindIndex(section => section.Title == "Training");
        var edit = services.GetRequiredService<EditDraft>();
        var details = string.Join('\n', text.KeyDetails.Select(detail => $"{detail.Name}: {detail.Value}"));
        await edit.ExecuteAsync(
            headteacher,
            draft,
            0,
            new DraftEdit.RewriteHead(
                text.Title,
                text.School,
                details,
                PolicyMarkdown.Blocks(text.Preamble).Replace("KCSIE 2024", "KCSIE 2025", StringComparison.Ordinal),
                string.Join('\n', text.LinkedPolicies),
                "KCSIE 2025",
                new ReviewMonth(today.Year + 1, today.Month).ToString()
            ),
            default
        );
        await edit.ExecuteAsync(
            headteacher,
            draft,
            1,
            new DraftEdit.Rewrite(
                training,
                "6",
                "Training",
                1,
                "New staff are told all this on their first day, read part one of the guidance in their first week, and are asked about it in their "
                    + "first month. Everybody is reminded each September."
            ),
            default
        );
    }

    private async Task<VersionId> PublishAsync(Actor headteacher, Publication publication) =>
        await services.GetRequiredService<PublishPolicy>().ExecuteAsync(headteacher, publication, default)
            is Result<PublishOutcome>.Done { Value: PublishOutcome.Published published }
            ? published.Id
            : throw new InvalidOperationException($"{publication.SourceName} could not be published.");
}
