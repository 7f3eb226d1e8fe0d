using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Policies.InForce;
using StocksGreen.Induction.Features.Policies.Reviews;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.KeyRoles;

public sealed class KeyRolesTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task A_new_holder_is_shown_to_readers_at_once_kept_on_their_certificate_and_asks_nobody_to_sign_again()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        var version = await school.PublishAsync();
        await school.SignAsync(amelia, version);

        (await ChangeAsync(KeyRole.DesignatedSafeguardingLead, "Helen Ashdown", Monday)).Value();

        var reading = await school.AskAsync(
            (PolicyToReadQuery query) => query.ExecuteAsync(school.Headteacher, version, TestContext.Current.CancellationToken)
        );
        Assert.Equal(new ShownDetail("Designated Safeguarding Lead", "Helen Ashdown", "Peter Hipkiss", Monday), reading!.Header[0]);
        var signed = await school.SignAsync(school.Headteacher, version);
        var certificate = await school.AskAsync(
            (CertificateQuery query) => query.ExecuteAsync(school.Headteacher, signed, TestContext.Current.CancellationToken)
        );
        Assert.Equal(("Helen Ashdown", "June Cooke"), (certificate!.Value.Certificate.Dsl, certificate.Value.Certificate.Governor));
        Assert.Empty((await school.AskAsync((MyReadingQuery query) => query.ExecuteAsync(amelia, TestContext.Current.CancellationToken)))!.ToSign);
        var held = (await school.AskAsync((KeyRolesQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken)))[0];
        Assert.Equal(("Helen Ashdown", "Peter Hipkiss", "Visitors Policy"), (held.Holder!.Holder, Assert.Single(held.Printed), Assert.Single(held.Outdated)));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence()
    {
        await ChangeAsync(KeyRole.NamedGovernor, "Priya Nair", Monday);

        Assert.Equal(["Holder", "From"], (await ChangeAsync(KeyRole.NamedGovernor, " ", null)).Errors().Select(error => error.Key));
        Assert.Equal(["Holder"], (await ChangeAsync(KeyRole.NamedGovernor, "Priya Nair", Monday)).Errors().Select(error => error.Key));
        Assert.Equal(["From"], (await ChangeAsync(KeyRole.NamedGovernor, "June Cooke", Monday.AddDays(-1))).Errors().Select(error => error.Key));
        Assert.True(
            (
                await school.AskAsync(
                    async (ChangeKeyRole change) =>
                        await change.ExecuteAsync(
                            await school.HireAsync("Amelia Hart"),
                            KeyRole.NamedGovernor,
                            "X",
                            Monday,
                            TestContext.Current.CancellationToken
                        )
                )
            ).IsNotFound()
        );
        (await ChangeAsync(KeyRole.NamedGovernor, "June Cooke", Monday.AddDays(30))).Value();
        Assert.Equal(2L, await school.ScalarAsync("SELECT COUNT(*) FROM KeyRoleChanges"));
    }

    [Fact]
    public async Task An_edition_in_force_lists_every_policy_based_on_an_older_one()
    {
        await school.PublishAsync();
        await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy", BasedOn = "KCSIE 2025" });

        (await RecordAsync("KCSIE 2025", Monday)).Value();

        var policies = await school.AskAsync((PoliciesQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken));
        Assert.Equal(
            [("Another Policy", null), ("Visitors Policy", "KCSIE 2025")],
            policies.Select(line => (line.Policy.Title, line.Superseded?.Edition.ToString()))
        );
        Assert.Equal(["Edition"], (await RecordAsync("kcsie 2025", Monday)).Errors().Select(error => error.Key));
        Assert.Equal(["Edition", "From"], (await RecordAsync("KCSIE", null)).Errors().Select(error => error.Key));
        Assert.True(
            (
                await school.AskAsync(
                    async (RecordEdition record) =>
                        await record.ExecuteAsync(await school.HireAsync("Amelia Hart"), "KCSIE 2027", Monday, TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
    }

    private Task<Result<Unit>> ChangeAsync(KeyRole role, string holder, DateOnly? from) =>
        school.AskAsync((ChangeKeyRole change) => change.ExecuteAsync(school.Headteacher, role, holder, from, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> RecordAsync(string edition, DateOnly? from) =>
        school.AskAsync((RecordEdition record) => record.ExecuteAsync(school.Headteacher, edition, from, TestContext.Current.CancellationToken));
}
