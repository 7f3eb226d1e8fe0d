using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Library;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading;

/// <summary>A new version asks of those who signed the old one only what changed, and of everyone else all of it.</summary>
public sealed class SignWhatChangedTests : IAsyncLifetime
{
    private static readonly PolicyContent Amended = SmallPolicy.Text with
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

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task After_a_material_change_the_one_part_is_confirmed_and_signed_and_both_signatures_stay()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        var first = await school.PublishAsync();
        var signedFirst = await school.SignAsync(amelia, first);
        school.Clock.Now += TimeSpan.FromDays(7);
        var second = await school.PublishAsync(Amended);

        var reading = await ReadAsync(amelia, second);
        Assert.Equal(("2", first, false), (string.Join(' ', reading!.Assignment.Parts), reading.Assignment.Since!.Version.Id, reading.Ledger.IsComplete));
        Assert.Equal(["1.1 Badges Changed"], reading.Changes.Select(change => $"{change.Heading} {change.Kind}"));
        Assert.True((await school.ConfirmAsync(amelia, second, 1)).IsNotFound());
        Assert.NotEmpty((await school.TrySignAsync(amelia, second)).Errors());
        Assert.Equal(new ConfirmOutcome.Confirmed(null), (await school.ConfirmAsync(amelia, second, 2)).Value());
        var signedSecond = Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, second)).Value()).Id;

        var (certificate, _) = (await CertificateAsync(amelia, signedSecond))!.Value;
        Assert.Equal(
            (
                "I have understood what has changed in the Visitors Policy of Stocks Green Primary School (version 2, published 21 September 2026) "
                    + "since version 1, which I signed on 14 September 2026.",
                "1.1 Badges",
                "What changed since version 1; its signature of 14 September 2026 stands for the rest"
            ),
            (certificate.UnderstoodStatement, Assert.Single(certificate.Sections).Heading, certificate.Scope)
        );
        Assert.Null((await CertificateAsync(amelia, signedFirst))!.Value.Certificate.Scope);
        var mine = await MyReadingAsync(amelia);
        Assert.Empty(mine.ToSign);
        Assert.Equal(["Version 2", "Version 1"], mine.Signed.Select(signed => signed.Label));
    }

    [Fact]
    public async Task After_minor_changes_nothing_is_asked_and_the_register_names_the_version_that_was_signed()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        var first = await school.PublishAsync();
        await school.SignAsync(amelia, first);
        var second = await school.PublishAsync(Amended, weight: ChangeWeight.Minor);

        var mine = await MyReadingAsync(amelia);

        Assert.Empty(mine.ToSign);
        Assert.Equal((first, second), (Assert.Single(mine.Signed).VersionId, mine.Signed[0].Later!.Id));
        Assert.IsType<SignOutcome.AlreadySigned>((await school.TrySignAsync(amelia, second)).Value());
        var register = await school.AskAsync(
            (RegisterQuery query) => query.ExecuteAsync(school.Headteacher, new DateOnly(2026, 9, 14), TestContext.Current.CancellationToken)
        );
        Assert.Equal([("Helen Ashdown", "2", "Due"), ("Amelia Hart", "1", "Signed")], register!.Rows.Select(row => (row.Name, row.Version, row.Standing)));
    }

    [Fact]
    public async Task Anyone_who_had_not_signed_reads_all_of_the_new_version_and_is_told_that_there_is_one()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        var first = await school.PublishAsync();
        await school.ConfirmAsync(amelia, first, 0);
        var second = await school.PublishAsync(Amended);

        Assert.Equal("0 1 2", string.Join(' ', (await ReadAsync(amelia, second))!.Assignment.Parts));
        Assert.Null(await ReadAsync(amelia, first));
        var newer = (await NewerAsync(amelia, first))!;
        Assert.Equal((first, second, 1), (newer.Opened.Id, newer.Current.Version.Id, newer.Confirmed));
        Assert.Null(await NewerAsync(amelia, second));
        Assert.Null(await NewerAsync(amelia, VersionId.New()));
        Assert.True((await school.ConfirmAsync(amelia, first, 1)).IsNotFound());
        Assert.True((await school.TrySignAsync(amelia, first)).IsNotFound());
    }

    [Fact]
    public async Task A_contractor_reads_what_concerns_contractors_and_signs_one_statement()
    {
        var contractor = await school.HireAsync("Marek Kowalczyk", Audience.Contractor);
        var visitor = await school.HireAsync("Ada Byron", Audience.Visitor);
        var version = await school.PublishAsync(
            duties:
            [
                new(Audience.Employee, Duty.FullSignature, null),
                new(Audience.Contractor, Duty.ShortSignature, [0, 2]),
                new(Audience.Visitor, Duty.ReminderOnly, [2]),
            ]
        );

        var reading = await ReadAsync(contractor, version);
        Assert.Equal(("0 2", null), (string.Join(' ', reading!.Assignment.Parts), reading.Part(1)));
        Assert.True((await school.ConfirmAsync(contractor, version, 1)).IsNotFound());
        await school.ConfirmAsync(contractor, version, 0);
        await school.ConfirmAsync(contractor, version, 2);
        var id = Assert
            .IsType<SignOutcome.Signed>(
                (
                    await school.TrySignAsync(
                        contractor,
                        version,
                        new SignatureForm(AffirmsRead: true, AffirmsUnderstood: false, "Marek Kowalczyk", DeclarationOutcome.NothingToDeclare)
                    )
                ).Value()
            )
            .Id;

        var (certificate, text) = (await CertificateAsync(contractor, id))!.Value;
        Assert.Equal(
            ("", "A short signature of the parts that concern the signer", 2),
            (certificate.UnderstoodStatement, certificate.Scope, certificate.Sections.Count)
        );
        Assert.Equal((true, "Key details; 1.1 Badges"), (certificate.IsSelection, string.Join("; ", certificate.Sections.Select(section => section.Heading))));
        Assert.Equal("1.1 Badges", Assert.Single(text.Sections).Heading);
        Assert.Null(await ReadAsync(visitor, version));
        Assert.Equal("Visitors Policy", Assert.Single((await MyReadingAsync(visitor)).ToNote).Version.Text.Title);
        Assert.Equal("1.1 Badges", Assert.Single((await MyReadingAsync(visitor)).ToNote[0].Parts).Heading);
        var library = await school.AskAsync((LibraryQuery query) => query.ExecuteAsync(visitor, TestContext.Current.CancellationToken));
        Assert.Equal([2], Assert.Single(library).Parts);
    }

    [Fact]
    public async Task Anyone_who_has_no_right_to_read_finds_an_empty_library()
    {
        await school.PublishAsync();

        Assert.Empty(
            await school.AskAsync(
                (LibraryQuery query) => query.ExecuteAsync(school.Headteacher with { Roles = AccessRoles.Governor }, TestContext.Current.CancellationToken)
            )
        );
    }

    private Task<PolicyToRead?> ReadAsync(Actor actor, VersionId version) =>
        school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(actor, version, TestContext.Current.CancellationToken));

    private Task<NewerVersion?> NewerAsync(Actor actor, VersionId version) =>
        school.AskAsync((PolicyToReadQuery query) => query.NewerAsync(actor, version, TestContext.Current.CancellationToken));

    private async Task<MyReading> MyReadingAsync(Actor actor) =>
        (await school.AskAsync((MyReadingQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken)))!;

    private Task<(StocksGreen.Induction.Documents.Certificates.Certificate Certificate, PolicyContent Text)?> CertificateAsync(Actor actor, AttestationId id) =>
        school.AskAsync((CertificateQuery query) => query.ExecuteAsync(actor, id, TestContext.Current.CancellationToken));
}
