using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reading.OnPaper;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading.OnPaper;

/// <summary>Signatures on paper: a kind of their own, with the scan, who saw it and who entered it.</summary>
public sealed class OnPaperTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;
    private Actor daniel = null!;
    private PolicyId policy;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
        daniel = await school.HireAsync("Daniel Okafor");
        policy = await school.PolicyOfAsync(await school.PublishAsync());
        school.Clock.Now += TimeSpan.FromDays(1);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_paper_is_sealed_as_what_it_is_and_claims_nothing_of_the_reading()
    {
        (await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy))).Value();

        await using var db = await school.DbAsync();
        var signature = await db.Attestations.SingleAsync(TestContext.Current.CancellationToken);
        var facts = AttestationFacts.Parse(
            (await db.Evidence.SingleAsync(entry => entry.Number == signature.EvidenceNumber, TestContext.Current.CancellationToken)).Payload!
        );
        Assert.True(signature.IsOnPaper);
        Assert.Equal(("paper", "paper, signed before Ruth Pemberton", 0), (facts.Kind, facts.Identity.Method, facts.Ledger.Count));
        Assert.Equal(("On paper, in English", null), (facts.Reading!.Format, facts.Reading.Pace));
        Assert.Equal("On paper: I have read and understood the Visitors Policy (version 1, published 14 September 2026).", facts.Statements.Read);
        Assert.Equal(("", "", ""), (facts.Statements.Understood, facts.Statements.Consent, facts.Statements.Button));
        Assert.Equal(
            new AttestationFacts.PaperFacts(
                new DateOnly(2026, 9, 14),
                "Ruth Pemberton",
                null,
                "Ruth Pemberton",
                office.StaffId.Value,
                school.Clock.Now,
                "sheet.pdf",
                Sha256Hex.Compute(CeremonySteps.Scan)
            ),
            facts.Paper
        );
        Assert.Equal(facts.ToJson(), AttestationFacts.Parse(facts.ToJson()).ToJson());
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task What_the_paper_does_not_ask_is_not_made_up()
    {
        await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy) with { Declaration = null });

        await using var db = await school.DbAsync();
        Assert.Null(
            AttestationFacts.Parse((await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken)).Payload!).Declaration
        );
    }

    [Fact]
    public async Task Something_to_discuss_on_a_paper_is_raised_for_those_who_read_the_signers_declarations()
    {
        await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy) with { Declaration = DeclarationOutcome.SomethingToDiscuss });

        var raised = await school.LatestAsync<Declaration>();
        Assert.Equal((daniel.StaffId, DeclarationReaders.LeadAndHeadteacher), (raised.StaffId, raised.Readers));
    }

    [Fact]
    public async Task Only_the_office_and_the_headteacher_enter_papers_and_nobody_their_own()
    {
        Assert.True((await school.EnterPaperAsync(daniel, CeremonySteps.PaperOf(daniel, policy))).IsNotFound());
        Assert.Null(await school.AskAsync((OnPaperQuery query) => query.ExecuteAsync(daniel, TestContext.Current.CancellationToken)));
        Assert.Equal(
            [new ValidationError("Person", "Someone else enters your own signature.")],
            (await school.EnterPaperAsync(office, CeremonySteps.PaperOf(office, policy) with { Witness = "Daniel Okafor" })).Errors()
        );
    }

    [Fact]
    public async Task Everything_that_is_missing_is_told_at_once() =>
        Assert.Equal(
            [
                new ValidationError("Person", "Choose the person and the policy."),
                new ValidationError("SignedOn", "Enter the date on the paper."),
                new ValidationError("Name", "Enter the name as it stands on the paper."),
                new ValidationError("Witness", "Enter who saw the person sign."),
                new ValidationError("Scan", "Choose the scan or the photograph of the paper."),
            ],
            (await school.EnterPaperAsync(office, new PaperForm(null, null, null, null, null, null, "", []))).Errors()
        );

    [Theory]
    [InlineData("2026-09-13")]
    [InlineData("2026-09-16")]
    public async Task The_date_on_the_paper_lies_between_publication_and_today(string date) =>
        Assert.Equal(
            ["SignedOn"],
            (
                await school.EnterPaperAsync(
                    office,
                    CeremonySteps.PaperOf(daniel, policy) with
                    {
                        SignedOn = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
                    }
                )
            )
                .Errors()
                .Select(error => error.Key)
        );

    [Fact]
    public async Task A_signer_is_no_witness_of_their_own_signature() =>
        Assert.Equal(
            [new ValidationError("Witness", "The witness is someone else than the signer.")],
            (await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy) with { Witness = "daniel okafor" })).Errors()
        );

    [Fact]
    public async Task A_scan_is_a_picture_or_a_PDF_by_what_it_holds_and_not_too_large()
    {
        Assert.Equal(
            ["Scan"],
            (await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy) with { Scan = "<html>"u8.ToArray() }))
                .Errors()
                .Select(error => error.Key)
        );
        Assert.Equal(
            ["Scan"],
            (
                await school.EnterPaperAsync(
                    office,
                    CeremonySteps.PaperOf(daniel, policy) with
                    {
                        Scan = [.. CeremonySteps.Scan, .. new byte[PaperScan.LargestInBytes]],
                    }
                )
            )
                .Errors()
                .Select(error => error.Key)
        );
        Assert.Equal("image/jpeg", PaperScan.MediaTypeOf([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal("image/png", PaperScan.MediaTypeOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
        Assert.Null(PaperScan.MediaTypeOf([]));
        Assert.Equal(0, await school.CountAsync<Attestation>());
    }

    [Fact]
    public async Task A_second_tap_enters_nothing_twice_and_says_that_it_is_signed()
    {
        await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy));

        Assert.Equal(
            [new ValidationError("Person", "Daniel Okafor has signed it already, on 15 September 2026, 10:00 BST. That signature stands.")],
            (await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy))).Errors()
        );
        Assert.Equal(1, await school.CountAsync<Attestation>());
    }

    [Fact]
    public async Task Nobody_is_entered_for_what_they_need_not_sign() =>
        Assert.Equal(
            [new ValidationError("Person", "This person is not asked to sign this policy.")],
            (
                await school.EnterPaperAsync(
                    office,
                    CeremonySteps.PaperOf(await school.HireAsync("A Visitor", StocksGreen.Induction.Domain.Staff.Audience.Visitor), policy)
                )
            ).Errors()
        );

    [Fact]
    public async Task A_scan_is_seen_by_its_signer_and_those_who_keep_copies()
    {
        await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy));
        await using var db = await school.DbAsync();
        var id = (await db.Attestations.SingleAsync(TestContext.Current.CancellationToken)).Id;

        Assert.Equal(CeremonySteps.Scan, (await ScanAsync(daniel))!.Content);
        Assert.NotNull(await ScanAsync(office));
        Assert.Null(await ScanAsync(await school.HireAsync("Grace Adeyemi")));
        Assert.Null(await ScanAsync(await school.HireAsync("June Cooke", roles: AccessRoles.Staff | AccessRoles.Governor)));

        Task<PaperScan?> ScanAsync(Actor actor) => school.AskAsync((OnPaperQuery query) => query.ScanAsync(actor, id, TestContext.Current.CancellationToken));
    }
}
