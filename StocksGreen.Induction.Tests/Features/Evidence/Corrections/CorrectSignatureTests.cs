using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Evidence.Corrections;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence.Corrections;

/// <summary>Nothing is edited or deleted: a correction is a new entry with a reason.</summary>
public sealed class CorrectSignatureTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private Actor office = null!;
    private VersionId version;
    private AttestationId signature;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        office = await school.HireOfficeAsync();
        version = await school.PublishAsync();
        signature = await school.SignAsync(amelia, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_correction_stands_next_to_what_it_corrects_on_paper_too()
    {
        var before = await school.ScalarAsync("SELECT group_concat(Hash) FROM (SELECT Hash FROM Evidence ORDER BY Number)");
        (await school.CorrectAsync(office, signature)).Value();

        Assert.StartsWith(
            (string)before!,
            (string)(await school.ScalarAsync("SELECT group_concat(Hash) FROM (SELECT Hash FROM Evidence ORDER BY Number)"))!,
            StringComparison.Ordinal
        );
        var (certificate, _) = (
            await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, signature, TestContext.Current.CancellationToken))
        )!.Value;
        Assert.StartsWith(
            "The role is wrong. Reason: A slip. (Ruth Pemberton, 14 September 2026, 10:00 BST;",
            Assert.Single(certificate.Corrections),
            StringComparison.Ordinal
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_second_tap_corrects_nothing_twice()
    {
        await school.CorrectAsync(school.Headteacher, signature, CorrectionKind.Withdraws);
        (await school.CorrectAsync(school.Headteacher, signature, CorrectionKind.Withdraws)).Value();

        Assert.Equal(1, await school.CountAsync<Correction>());
        Assert.Equal(
            [new ValidationError("Does", "This signature was withdrawn already.")],
            (await school.CorrectAsync(school.Headteacher, signature, CorrectionKind.Withdraws, reason: "Another.")).Errors()
        );
    }

    [Fact]
    public async Task A_signature_that_is_withdrawn_does_not_count_and_the_person_signs_anew()
    {
        await school.CorrectAsync(school.Headteacher, signature, CorrectionKind.Withdraws);
        Assert.Null(
            (await school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken)))!.Attestation
        );
        school.Clock.Now += TimeSpan.FromMinutes(1);

        Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, version)).Value());

        Assert.Equal(2, await school.CountAsync<Attestation>());
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Only_the_headteacher_withdraws_and_only_the_office_and_the_headteacher_correct()
    {
        Assert.Equal(
            [new ValidationError("Does", "Only the headteacher withdraws a signature.")],
            (await school.CorrectAsync(office, signature, CorrectionKind.Withdraws)).Errors()
        );
        foreach (
            var closed in new[]
            {
                amelia,
                await school.HireAsync("The Lead", roles: AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead),
                await school.HireAsync("June Cooke", roles: AccessRoles.Staff | AccessRoles.Governor),
            }
        )
        {
            Assert.True((await school.CorrectAsync(closed, signature)).IsNotFound());
            Assert.Null(await school.AskAsync((SignaturesQuery query) => query.ExecuteAsync(closed, null, TestContext.Current.CancellationToken)));
            Assert.Null(await school.AskAsync((SignaturesQuery query) => query.OneAsync(closed, signature, TestContext.Current.CancellationToken)));
        }

        Assert.True((await school.CorrectAsync(office, AttestationId.New())).IsNotFound());
        Assert.Equal(0, await school.CountAsync<Correction>());
    }

    [Fact]
    public async Task Everything_that_is_missing_is_told_at_once() =>
        Assert.Equal(
            [
                new ValidationError("Does", "Choose what the correction does."),
                new ValidationError("What", "Say what is wrong, and what is right."),
                new ValidationError("Reason", "Give the reason."),
            ],
            (await school.CorrectAsync(office, signature, null, " ", "")).Errors()
        );

    [Fact]
    public async Task Signatures_are_found_by_name_and_policy()
    {
        Assert.Single((await SearchAsync("hart visitors"))!);
        Assert.Empty((await SearchAsync("nobody"))!);

        Task<IReadOnlyList<KeptSignature>?> SearchAsync(string text) =>
            school.AskAsync((SignaturesQuery query) => query.ExecuteAsync(office, text, TestContext.Current.CancellationToken));
    }
}
