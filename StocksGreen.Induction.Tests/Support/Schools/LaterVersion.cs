using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>What happens behind the back of someone who looks at pages: the program's own commands in a running application.</summary>
internal static class LaterVersion
{
    /// <summary>Publishes as the next version of the policy of that title, or as a new policy; every change is weighed alike.</summary>
    internal static async Task<VersionId> PublishAsync(
        this RunningApp app,
        PolicyContent text,
        IReadOnlyList<AudienceDuty> duties,
        ChangeWeight weight = ChangeWeight.Material,
        string summary = "What is new."
    )
    {
        var headteacher = await HeadteacherAsync(app);
        return await app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var policy = await db.Policies.SingleOrDefaultAsync(row => row.Title == text.Title);
            var latest = policy is null ? null : await db.Versions.Where(row => row.PolicyId == policy.Id).OrderBy(row => row.Number).LastAsync();
            var plan = latest is null
                ? PublishPlan.First(DemoStaffList.Headteacher, duties)
                : new PublishPlan(
                    ReviewReason.LocalConcern,
                    "",
                    DemoStaffList.Headteacher,
                    summary,
                    [
                        .. PolicyComparison
                            .Between(latest.Parts, PolicyMarkdown.Parts(text))
                            .Where(part => part.NeedsDecision)
                            .Select(part => new PlannedChange(part.After?.Ordinal, part.Before?.Ordinal, weight, "Clearer.")),
                    ],
                    duties
                );
            return Assert
                .IsType<PublishOutcome.Published>(
                    (
                        await services
                            .GetRequiredService<PublishPolicy>()
                            .ExecuteAsync(headteacher, new Publication(policy?.Id, latest?.Id, text, "policy.txt", plan), CancellationToken.None)
                    ).Value()
                )
                .Id;
        });
    }

    /// <summary>Confirms what is asked of a person and signs.</summary>
    internal static Task<AttestationId> ReadAndSignAsync(this RunningApp app, StaffId person, string fullName, VersionId version) =>
        app.AskAsync(async services =>
        {
            var actor = Actor(person, fullName, AccessRoles.Staff);
            var reading = (await services.GetRequiredService<PolicyToReadQuery>().ExecuteAsync(actor, version, CancellationToken.None))!;
            foreach (var line in reading.Ledger.Parts)
            {
                await services.GetRequiredService<ConfirmPart>().ExecuteAsync(actor, version, line.Part.Ordinal, CancellationToken.None);
            }

            return Assert
                .IsType<SignOutcome.Signed>(
                    (
                        await services
                            .GetRequiredService<SignPolicy>()
                            .ExecuteAsync(
                                actor,
                                version,
                                new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, fullName, DeclarationOutcome.NothingToDeclare),
                                CancellationToken.None
                            )
                    ).Value()
                )
                .Id;
        });

    internal static async Task GiveRoleAsync(this RunningApp app, KeyRole role, string holder)
    {
        var headteacher = await HeadteacherAsync(app);
        (
            await app.AskAsync(services =>
                services.GetRequiredService<ChangeKeyRole>().ExecuteAsync(headteacher, role, holder, RunningApp.Today, CancellationToken.None)
            )
        ).Value();
    }

    /// <summary>Asserts that nothing in the evidence was changed, left out or made up.</summary>
    internal static async Task HasIntactEvidenceAsync(this RunningApp app) =>
        Assert.IsType<ChainVerdict.Intact>(await app.AskAsync(services => services.GetRequiredService<VerifyEvidence>().ExecuteAsync(CancellationToken.None)));

    private static async Task<Actor> HeadteacherAsync(RunningApp app) =>
        Actor(await app.IdOfAsync(DemoStaffList.Headteacher), DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher);

    private static Actor Actor(StaffId person, string fullName, AccessRoles roles) =>
        new(person, fullName, roles, new IdentityProof("password", DemoStore.Now), "test");
}
