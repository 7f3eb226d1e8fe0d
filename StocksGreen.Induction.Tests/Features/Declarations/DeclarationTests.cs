using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Declarations;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Declarations;

/// <summary>The restricted register: who is in it, who reads it, and who never does.</summary>
public sealed class DeclarationTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private Actor office = null!;
    private Actor governor = null!;
    private Actor lead = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        office = await school.HireOfficeAsync();
        governor = await school.HireAsync("June Cooke", Audience.Governor, roles: AccessRoles.Staff | AccessRoles.Governor);
        lead = await school.HireAsync("Peter Hipkiss", roles: AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_signature_records_which_of_the_two_was_chosen_and_never_what()
    {
        var signed = await SignAsync(amelia, DeclarationOutcome.SomethingToDiscuss);

        var raised = await school.LatestAsync<Declaration>();
        var payload = (string)(await school.ScalarAsync("SELECT Payload FROM Evidence WHERE Kind = 'PolicySigned'"))!;
        Assert.Equal((amelia.StaffId, DeclarationReaders.LeadAndHeadteacher), (raised.StaffId, raised.Readers));
        var declared = AttestationFacts.Parse(payload).Declaration;
        Assert.Equal(
            new AttestationFacts.DeclarationFacts("SomethingToDiscuss", Statements.For(DeclarationOutcome.SomethingToDiscuss), raised.Id, declared?.Salt ?? ""),
            declared
        );
        Assert.Contains(raised.Id.ToString(), await LineAsync(amelia, signed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_declare_raises_nothing()
    {
        await SignAsync(amelia, DeclarationOutcome.NothingToDeclare);

        Assert.Equal(0, await school.CountAsync<Declaration>());
    }

    [Fact]
    public async Task The_offices_copy_does_not_say_which_was_chosen()
    {
        var signed = await SignAsync(amelia, DeclarationOutcome.SomethingToDiscuss);

        Assert.Equal("Made; which it was is shown to the signer and to the headteacher", await LineAsync(office, signed));
        Assert.StartsWith("Something to discuss", await LineAsync(school.Headteacher, signed), StringComparison.Ordinal);
        var certificate = (await CertificateAsync(office, signed))!;
        Assert.DoesNotContain("discuss", certificate.Declaration, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_lead_and_the_headteacher_read_the_register_the_office_and_governors_do_not()
    {
        await school.RaiseAsync(amelia);

        Assert.Equal("Amelia Hart", Assert.Single((await RegisterAsync(lead))!).FullName);
        Assert.Equal("Amelia Hart", Assert.Single((await RegisterAsync(school.Headteacher))!).FullName);
        foreach (var closed in new[] { office, governor, amelia })
        {
            Assert.Null(await RegisterAsync(closed));
            Assert.True((await school.DecideAsync(closed, (await school.LatestAsync<Declaration>()).Id)).IsNotFound());
        }
    }

    [Fact]
    public async Task The_headteachers_own_goes_to_the_named_governor_and_nobody_else()
    {
        await school.RaiseAsync(school.Headteacher);
        var own = await school.LatestAsync<Declaration>();
        Assert.Equal(DeclarationReaders.NamedGovernor, own.Readers);
        Assert.Null(await RegisterAsync(governor));
        await NameGovernorAsync("June Cooke");

        Assert.Equal("Helen Ashdown", Assert.Single((await RegisterAsync(governor))!).FullName);
        (await school.DecideAsync(governor, own.Id)).Value();
        foreach (
            var closed in new[]
            {
                office,
                lead,
                school.Headteacher,
                await school.HireAsync("Another Governor", Audience.Governor, roles: AccessRoles.Staff | AccessRoles.Governor),
            }
        )
        {
            Assert.Empty((await RegisterAsync(closed)) ?? []);
            Assert.True((await school.DecideAsync(closed, own.Id)).IsNotFound());
        }
    }

    [Fact]
    public async Task The_named_governor_sees_nobody_elses()
    {
        await school.RaiseAsync(amelia);
        await NameGovernorAsync("Mrs June Cooke, chair of governors");

        Assert.Empty((await RegisterAsync(governor))!);
        Assert.True((await school.DecideAsync(governor, (await school.LatestAsync<Declaration>()).Id)).IsNotFound());
    }

    [Fact]
    public async Task The_leads_own_goes_to_the_headteacher_alone()
    {
        await school.RaiseAsync(lead);

        Assert.Empty((await RegisterAsync(lead))!);
        Assert.Equal("Peter Hipkiss", Assert.Single((await RegisterAsync(school.Headteacher))!).FullName);
    }

    [Fact]
    public async Task Decision_advice_and_dates_are_kept_in_the_register_and_their_words_nowhere_else()
    {
        await school.RaiseAsync(amelia);
        (await school.DecideAsync(lead, (await school.LatestAsync<Declaration>()).Id)).Value();

        var decided = await school.LatestAsync<DeclarationDecision>();
        Assert.Equal(
            ("Is godmother to a pupil.", "May stay in touch.", "Not about school.", new DateOnly(2026, 9, 14), new DateOnly(2027, 3, 1), "Peter Hipkiss"),
            (decided.Declared, decided.Decision, decided.Advice, decided.DiscussedOn, decided.ReviewOn, decided.RecordedByName)
        );
        var payload = (string)(await school.ScalarAsync("SELECT Payload FROM Evidence WHERE Kind = 'DeclarationDecided'"))!;
        Assert.DoesNotContain("godmother", payload, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(decided.Salt, payload, StringComparison.Ordinal);
        Assert.Contains(decided.WordsHash, payload, StringComparison.Ordinal);
        Assert.Equal(64, decided.WordsHash.Length);
    }

    [Fact]
    public async Task A_second_tap_decides_nothing_twice_and_a_review_is_another_decision()
    {
        await school.RaiseAsync(amelia);
        var id = (await school.LatestAsync<Declaration>()).Id;
        await school.DecideAsync(lead, id);
        await school.DecideAsync(lead, id);
        await school.DecideAsync(school.Headteacher, id, CeremonySteps.Decision with { Decision = "Looked at again: nothing has changed." });

        Assert.Equal(
            ["May stay in touch.", "Looked at again: nothing has changed."],
            Assert.Single((await RegisterAsync(lead))!).Record.Decisions.Select(step => step.Decision.Decision)
        );
    }

    [Fact]
    public async Task Everything_that_is_missing_from_a_decision_is_told_at_once()
    {
        await school.RaiseAsync(amelia);

        Assert.Equal(
            [
                new ValidationError("DiscussedOn", "Enter the day on which you talked. It cannot lie in the future."),
                new ValidationError("Declared", "Write what was declared, in a sentence."),
                new ValidationError("Decision", "Write what was decided."),
                new ValidationError("Advice", "Write what advice was given, or that none was needed."),
                new ValidationError("ReviewOn", "The day of review must lie in the future; leave it empty for none."),
            ],
            (
                await school.DecideAsync(
                    lead,
                    (await school.LatestAsync<Declaration>()).Id,
                    new DecisionForm(new DateOnly(2026, 9, 15), "", " ", null, new DateOnly(2026, 9, 14))
                )
            ).Errors()
        );
    }

    [Fact]
    public async Task The_person_acknowledges_the_decision_and_nobody_for_them()
    {
        await school.RaiseAsync(amelia);
        await school.DecideAsync(lead, (await school.LatestAsync<Declaration>()).Id);
        var decision = (await school.LatestAsync<DeclarationDecision>()).Id;

        Assert.True((await AcknowledgeAsync(office)).IsNotFound());
        Assert.True((await AcknowledgeAsync(school.Headteacher)).IsNotFound());
        (await AcknowledgeAsync(amelia)).Value();
        (await AcknowledgeAsync(amelia)).Value();

        var acknowledged = await school.LatestAsync<DeclarationAcknowledgement>();
        Assert.Equal(
            (1, decision, AcknowledgeDecision.Statement),
            (await school.CountAsync<DeclarationAcknowledgement>(), acknowledged.DecisionId, acknowledged.Statement)
        );
        Assert.NotNull(Assert.Single(await OwnAsync(amelia)).Latest!.Acknowledgement);
        Assert.Empty(await OwnAsync(office));

        Task<Result<Unit>> AcknowledgeAsync(Actor actor) =>
            school.AskAsync((AcknowledgeDecision acknowledge) => acknowledge.ExecuteAsync(actor, decision, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_one_waits_another_adds_nothing_and_after_the_decision_there_may_be_another()
    {
        (await school.RaiseAsync(amelia)).Value();
        (await school.RaiseAsync(amelia)).Value();
        Assert.Equal(1, await school.CountAsync<Declaration>());
        await school.DecideAsync(lead, (await school.LatestAsync<Declaration>()).Id);

        (await school.RaiseAsync(amelia)).Value();

        Assert.Equal(2, await school.CountAsync<Declaration>());
        Assert.True((await school.RaiseAsync(amelia with { Roles = AccessRoles.Governor })).IsNotFound());
        Assert.True((await school.RaiseAsync(amelia with { StaffId = StaffId.New() })).IsNotFound());
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    private async Task<AttestationId> SignAsync(Actor actor, DeclarationOutcome outcome)
    {
        var version = await school.PublishAsync();
        await school.ReadAsync(actor, version);
        return Assert
            .IsType<SignOutcome.Signed>(
                (await school.TrySignAsync(actor, version, new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, actor.FullName, outcome))).Value()
            )
            .Id;
    }

    private async Task<Certificate?> CertificateAsync(Actor actor, AttestationId id) =>
        (await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(actor, id, TestContext.Current.CancellationToken)))?.Certificate;

    private async Task<string?> LineAsync(Actor actor, AttestationId id) =>
        (await CertificateAsync(actor, id))!.Record.Single(line => line.Name == "Declaration").Value;

    private Task<IReadOnlyList<RegisteredDeclaration>?> RegisterAsync(Actor actor) =>
        school.AskAsync((DeclarationsQuery query) => query.RegisterAsync(actor, TestContext.Current.CancellationToken));

    private Task<IReadOnlyList<DeclarationRecord>> OwnAsync(Actor actor) =>
        school.AskAsync((DeclarationsQuery query) => query.OwnAsync(actor, TestContext.Current.CancellationToken));

    private async Task NameGovernorAsync(string holder) =>
        (
            await school.AskAsync(
                (ChangeKeyRole change) =>
                    change.ExecuteAsync(school.Headteacher, KeyRole.NamedGovernor, holder, new DateOnly(2026, 9, 14), TestContext.Current.CancellationToken)
            )
        ).Value();
}
