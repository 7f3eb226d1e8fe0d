using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading;

public sealed class SignPolicyTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        version = await school.PublishAsync();
        amelia = await school.HireAsync("Amelia Hart");
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_signature_is_kept_with_everything_that_it_seals()
    {
        await school.ReadAsync(amelia, version);
        school.Clock.Now = TestSchool.Monday.AddMinutes(9);

        var signed = Assert.IsType<SignOutcome.Signed>(
            (
                await school.TrySignAsync(
                    amelia,
                    version,
                    new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, "amelia hart", DeclarationOutcome.NothingToDeclare)
                )
            ).Value()
        );

        await using var db = await school.DbAsync();
        var row = await db.Attestations.SingleAsync(TestContext.Current.CancellationToken);
        var entry = await db.Evidence.SingleAsync(entry => entry.Number == row.EvidenceNumber, TestContext.Current.CancellationToken);
        var facts = AttestationFacts.Parse(entry.Payload!);
        Assert.Equal((signed.Id, amelia.StaffId, version, school.Clock.Now), (row.Id, row.StaffId, row.VersionId, row.SignedAt));
        Assert.Equal((EvidenceKind.PolicySigned, school.Clock.Now, signed.Id.ToString()), (entry.Kind, entry.At, entry.Subject));
        Assert.Equal(
            (signed.Id.Value, TestSchool.Name, "amelia hart", "192.0.2.7", "Safari on iPhone", new DateOnly(2026, 9, 28), Software.NameAndVersion, false),
            (
                facts.Attestation,
                facts.School,
                facts.Statements.TypedName,
                facts.Identity.Address,
                facts.Identity.Browser,
                facts.Policy.DueOn,
                facts.Software,
                facts.IsDemonstration
            )
        );
        Assert.Equal([4L, 5L, 6L], facts.Ledger.Select(part => part.Evidence));
        Assert.Equal(new ChainVerdict.Intact(7, entry.Hash), await school.VerifyAsync());
    }

    [Fact]
    public async Task Signing_twice_keeps_the_first_attestation_and_says_so()
    {
        var first = await school.SignAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromDays(1);

        Assert.Equal(new SignOutcome.AlreadySigned(first, TestSchool.Monday), (await school.TrySignAsync(amelia, version)).Value());
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM Attestations"));
        Assert.Equal(7L, await school.ScalarAsync("SELECT COUNT(*) FROM Evidence"));
    }

    [Fact]
    public async Task Eight_signatures_at_once_make_exactly_one_attestation()
    {
        await school.ReadAsync(amelia, version);

        var outcomes = (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => school.TrySignAsync(amelia, version)))))
            .Select(result => result.Value())
            .ToList();

        var signed = Assert.Single(outcomes.OfType<SignOutcome.Signed>());
        Assert.Equal(Enumerable.Repeat(new SignOutcome.AlreadySigned(signed.Id, TestSchool.Monday), 7), outcomes.OfType<SignOutcome.AlreadySigned>());
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM Attestations"));
        Assert.Equal(7, Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Entries);
    }

    [Fact]
    public async Task Eight_people_who_sign_at_once_all_have_signed()
    {
        var people = new List<Actor>();
        foreach (var number in Enumerable.Range(1, 8))
        {
            people.Add(await school.HireAsync($"Person {number}"));
        }

        await Task.WhenAll(people.Select(person => Task.Run(() => school.SignAsync(person, version))));

        Assert.Equal(8L, await school.ScalarAsync("SELECT COUNT(DISTINCT StaffId) FROM Attestations"));
        Assert.Equal(3 + (8 * 4), Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Entries);
    }

    [Fact]
    public async Task Nobody_signs_before_every_part_is_confirmed_and_nothing_is_kept_of_the_try()
    {
        await school.ConfirmAsync(amelia, version, 0);

        Assert.Equal([new ValidationError("Parts", "Confirm the 2 parts that are still open first.")], (await school.TrySignAsync(amelia, version)).Errors());
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM Attestations"));
        Assert.Equal(4L, await school.ScalarAsync("SELECT COUNT(*) FROM Evidence"));
    }

    [Fact]
    public async Task What_someone_else_read_does_not_count()
    {
        await school.ReadAsync(school.Headteacher, version);

        Assert.NotEmpty((await school.TrySignAsync(amelia, version)).Errors());
    }

    [Fact]
    public async Task There_is_nothing_to_sign_for_those_whom_it_does_not_bind()
    {
        Assert.True((await school.TrySignAsync(await school.HireAsync("A Visitor", Audience.Visitor), version)).IsNotFound());
        Assert.True((await school.TrySignAsync(await school.HireAsync("Gone", endsOn: new DateOnly(2026, 9, 13)), version)).IsNotFound());
        Assert.True((await school.TrySignAsync(amelia with { Roles = AccessRoles.Governor }, version)).IsNotFound());
        Assert.True((await school.TrySignAsync(amelia, VersionId.New())).IsNotFound());
    }

    [Fact]
    public async Task A_version_that_was_superseded_cannot_be_signed_any_more()
    {
        await school.ReadAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromDays(1);
        var second = await school.PublishAsync(SmallPolicy.Amended);

        Assert.True((await school.TrySignAsync(amelia, version)).IsNotFound());
        Assert.NotEmpty((await school.TrySignAsync(amelia, second)).Errors());
    }

    [Fact]
    public async Task Who_is_paused_or_exempt_may_sign_all_the_same()
    {
        var exempt = await school.HireAsync("Gwilym Rees-Davies");
        await school.PauseAsync(amelia, new DateOnly(2026, 9, 1));
        await school.ExemptAsync(exempt, version, new DateOnly(2026, 9, 1));

        await school.SignAsync(amelia, version);
        await school.SignAsync(exempt, version);
    }
}
