using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Library;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading;

/// <summary>Several versions, removals, and what a signature looks like from later on.</summary>
public sealed class LaterVersionsTests : IAsyncLifetime
{
    private static readonly PolicyContent WithoutBadges = SmallPolicy.Text with { Sections = [SmallPolicy.Text.Sections[0]] };

    private static readonly PolicyContent Lanyards = SmallPolicy.Text with
    {
        Sections =
        [
            SmallPolicy.Text.Sections[0],
            SmallPolicy.Text.Sections[1] with
            {
                Blocks = [new Paragraph(RichText.FromPlainText("Wear a badge on a green lanyard."))],
            },
        ],
    };

    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId first;
    private AttestationId signedFirst;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        first = await school.PublishAsync();
        signedFirst = await school.SignAsync(amelia, first);
        school.Clock.Now += TimeSpan.FromDays(7);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task Where_all_that_changed_was_taken_out_nothing_is_confirmed_and_the_signature_names_what_went()
    {
        var second = await school.PublishAsync(WithoutBadges);

        var reading = (await ReadAsync(amelia, second))!;
        Assert.Equal(["1.1 Badges Removed"], reading.Changes.Select(change => $"{change.Heading} {change.Kind}"));
        Assert.Equal((0, true, "1.1 Badges"), (reading.Ledger.Parts.Count, reading.Ledger.IsComplete, Assert.Single(reading.Assignment.Removed)));
        Assert.Empty(reading.RemovedInBetween);
        Assert.Equal((0, 0), (Assert.Single((await MyReadingAsync()).ToSign).Parts, (await MyReadingAsync()).ToSign[0].MinutesLeft));
        var signature = Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, second)).Value()).Id;

        var (certificate, text) = (await CertificateAsync(signature))!.Value;
        Assert.Empty(certificate.Sections);
        Assert.Equal(
            ("What changed since version 1 (taken out: 1.1 Badges); its signature of 14 September 2026 stands for the rest", true, false, 1),
            (certificate.Scope, certificate.IsOfChangesOnly, certificate.IsSelection, text.Sections.Count)
        );
    }

    [Fact]
    public async Task Over_two_versions_the_changes_are_those_between_what_was_signed_and_what_is_in_force()
    {
        var second = await school.PublishAsync(Lanyards);
        var third = await school.PublishAsync(
            Lanyards with
            {
                KeyDetails = [new KeyDetail("Designated Safeguarding Lead", "Siân Pritchard"), SmallPolicy.Text.KeyDetails[1]],
            },
            weight: ChangeWeight.Minor
        );

        var reading = (await ReadAsync(amelia, third))!;

        Assert.Equal([second, third], reading.Later.Select(version => version.Id));
        Assert.Equal(
            ["Key details Changed False", "1.1 Badges Changed True"],
            reading.Changes.Select(change => $"{change.Heading} {change.Kind} {reading.IsAsked(change)}")
        );
        Assert.Equal((true, false, true), (reading.HasChanged(0), reading.HasChanged(1), reading.HasChanged(2)));
    }

    [Fact]
    public async Task A_part_that_was_changed_and_changed_back_is_still_confirmed_and_stands_among_the_changes()
    {
        await school.PublishAsync(Lanyards);
        var third = await school.PublishAsync(SmallPolicy.Text, weight: ChangeWeight.Minor);

        var reading = (await ReadAsync(amelia, third))!;

        var change = Assert.Single(reading.Changes);
        Assert.Equal(("1.1 Badges", false, true), (change.Heading, change.NeedsDecision, reading.IsAsked(change)));
        await school.ConfirmAsync(amelia, third, 2);
        Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, third)).Value());
    }

    [Fact]
    public async Task A_part_that_was_taken_out_and_brought_back_is_named_though_nothing_differs()
    {
        await school.PublishAsync(WithoutBadges);
        var third = await school.PublishAsync(SmallPolicy.Text, weight: ChangeWeight.Minor);

        var reading = (await ReadAsync(amelia, third))!;

        Assert.Empty(reading.Changes);
        Assert.Equal(["1.1 Badges"], reading.RemovedInBetween);
        Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, third)).Value());
    }

    [Fact]
    public async Task A_signature_is_still_shown_after_a_material_change_a_minor_one_and_a_second_signature()
    {
        Assert.Equal((first, null, true, false), Essence(await SignedAsync(first)));

        var second = await school.PublishAsync(Lanyards);
        Assert.Equal((first, second, false, true), Essence(await SignedAsync(first)));
        Assert.Null(await SignedAsync(second));

        await school.ConfirmAsync(amelia, second, 2);
        await school.TrySignAsync(amelia, second);
        Assert.Equal((first, second, false, false), Essence(await SignedAsync(first)));

        var third = await school.PublishAsync(SmallPolicy.Text, weight: ChangeWeight.Minor);
        Assert.Equal((second, third, true, false), Essence(await SignedAsync(second)));
        Assert.Equal((second, third, true, false), Essence(await SignedAsync(third)));
        Assert.Equal(signedFirst, (await SignedAsync(first))!.Attestation.Id);
    }

    [Fact]
    public async Task A_signature_of_someone_else_and_of_nobody_is_not_found()
    {
        Assert.Null(await school.AskAsync((SignedVersionQuery query) => query.ExecuteAsync(school.Headteacher, first, TestContext.Current.CancellationToken)));
        Assert.Null(await SignedAsync(VersionId.New()));
        Assert.Null(
            await school.AskAsync(
                (SignedVersionQuery query) => query.ExecuteAsync(amelia with { Roles = AccessRoles.Governor }, first, TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Whom_to_tell_is_who_leads_today_even_where_the_policy_names_nobody()
    {
        Assert.Equal("Peter Hipkiss", (await SignedAsync(first))!.Card.Lead);
        await school.AskAsync(
            (ChangeKeyRole change) =>
                change.ExecuteAsync(
                    school.Headteacher,
                    KeyRole.DesignatedSafeguardingLead,
                    "Siân Pritchard",
                    new DateOnly(2026, 9, 21),
                    TestContext.Current.CancellationToken
                )
        );
        Assert.Equal("Siân Pritchard", (await SignedAsync(first))!.Card.Lead);

        await school.PublishAsync(SmallPolicy.Text with { KeyDetails = [] }, weight: ChangeWeight.Minor);

        Assert.Equal("Siân Pritchard", (await SignedAsync(first))!.Card.Lead);
        Assert.Equal("Peter Hipkiss", (await CertificateAsync(signedFirst))!.Value.Certificate.Dsl);
    }

    [Fact]
    public async Task A_part_sent_again_after_its_changes_were_signed_asks_for_nothing_more()
    {
        var second = await school.PublishAsync(Lanyards);
        await school.ConfirmAsync(amelia, second, 2);
        await school.TrySignAsync(amelia, second);

        Assert.Equal(new ConfirmOutcome.Confirmed(null), (await school.ConfirmAsync(amelia, second, 2)).Value());
        Assert.Equal(new ConfirmOutcome.Confirmed(null), (await school.ConfirmAsync(amelia, second, 0)).Value());
    }

    [Fact]
    public async Task The_chase_list_and_the_register_say_that_only_the_change_is_asked_and_the_figures_count_one_signature()
    {
        await school.SignAsync(school.Headteacher, first);
        await school.PublishAsync(Lanyards);
        var marek = await school.HireAsync("Marek Kowalczyk");

        var list = await school.AskAsync(
            (ChaseListQuery query) => query.ExecuteAsync(school.Headteacher, new ChaseFilter(), TestContext.Current.CancellationToken)
        );
        var register = await school.AskAsync(
            (RegisterQuery query) => query.ExecuteAsync(school.Headteacher, new DateOnly(2026, 9, 21), TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            [("Amelia Hart", "1 changed part"), ("Helen Ashdown", "1 changed part"), (marek.FullName, null)],
            list!.People.SelectMany(person => person.Lines).Select(row => (row.FullName, row.Asked)).Order()
        );
        Assert.Equal(
            [("Helen Ashdown", "2 (1 changed part)"), ("Amelia Hart", "2 (1 changed part)"), ("Marek Kowalczyk", "2")],
            register!.Rows.Select(row => (row.Name, row.Version))
        );
        Assert.Equal(new StandingFigures(0, 3, 0, 0, 0, 0), register.Overall);
    }

    [Fact]
    public async Task The_library_says_what_is_still_to_be_signed_and_nothing_once_it_is()
    {
        Assert.Null(Assert.Single(await LibraryAsync(amelia)).Open);
        var second = await school.PublishAsync(Lanyards);

        var entry = Assert.Single(await LibraryAsync(amelia));

        Assert.Equal((second, true, false), (entry.Version.Id, entry.Open!.Assignment.IsOfChangesOnly, entry.IsSelection));
        Assert.False(Assert.Single(await LibraryAsync(school.Headteacher)).Open!.Assignment.IsOfChangesOnly);
    }

    private static (VersionId Signed, VersionId? Later, bool Stands, bool IsAskedAgain) Essence(SignedVersion? signed) =>
        (signed!.Version.Id, signed.Later?.Id, signed.Stands, signed.IsAskedAgain);

    private Task<SignedVersion?> SignedAsync(VersionId version) =>
        school.AskAsync((SignedVersionQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken));

    private Task<PolicyToRead?> ReadAsync(Actor actor, VersionId version) =>
        school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(actor, version, TestContext.Current.CancellationToken));

    private async Task<MyReading> MyReadingAsync() =>
        (await school.AskAsync((MyReadingQuery query) => query.ExecuteAsync(amelia, TestContext.Current.CancellationToken)))!;

    private Task<IReadOnlyList<LibraryEntry>> LibraryAsync(Actor actor) =>
        school.AskAsync((LibraryQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken));

    private Task<(StocksGreen.Induction.Documents.Certificates.Certificate Certificate, PolicyContent Text)?> CertificateAsync(AttestationId id) =>
        school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, id, TestContext.Current.CancellationToken));
}
