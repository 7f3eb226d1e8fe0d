using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports;

public sealed class CertificateQueryTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private AttestationId id;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart", jobTitle: "Teaching assistant");
        var version = await school.PublishAsync();
        school.Clock.Now = TestSchool.Monday.AddMinutes(5);
        id = await school.SignAsync(amelia, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_certificate_prints_what_was_sealed()
    {
        var (certificate, text) = (await AskAsync(amelia))!.Value;
        var at = TestSchool.Monday.AddMinutes(5);
        var parts = PolicyMarkdown.Parts(SmallPolicy.Text);

        Assert.Equivalent(
            new Certificate
            {
                School = TestSchool.Name,
                PolicyTitle = "Visitors Policy",
                VersionLabel = "1",
                PublishedOn = new DateOnly(2026, 9, 14),
                NextReview = "October 2025",
                ReviewLine = "In force. Full review overdue since October 2025",
                IsReviewOverdue = true,
                PersonName = "Amelia Hart",
                Email = null,
                JobTitle = "Teaching assistant",
                Audience = "Employee",
                ReadStatement =
                    "I have had access to the Visitors Policy of Stocks Green Primary School (version 1, published 14 September 2026) and I have "
                    + "read its contents.",
                UnderstoodStatement =
                    "I have understood the contents of the Visitors Policy of Stocks Green Primary School (version 1, published 14 September 2026).",
                Consent = "I agree to sign electronically: my typed name counts as my signature on paper.",
                TypedName = "Amelia Hart",
                Declaration = "Nothing to declare",
                Understanding = "None were asked",
                IdentityProof = "Password, at 14 September 2026, 10:00 BST",
                SignedAt = at,
                Sections = [.. parts.Select(part => new CertifiedSection(part.Heading, at, at, part.Hash))],
                TextHash = Sha256Hex.Compute(PolicyMarkdown.Whole(SmallPolicy.Text)),
                EvidenceNumber = 7,
                EvidenceHash = await ColumnAsync("Hash"),
                PreviousHash = await ColumnAsync("PreviousHash"),
                PayloadHash = await ColumnAsync("PayloadHash"),
                Sealed = new SealedData(await ColumnAsync("Payload"), IsWhole: true),
                FirstKey = certificate.FirstKey,
                ReleasedBy = certificate.ReleasedBy,
                Approval = certificate.Approval,
                Pace = certificate.Pace,
                Place = certificate.Place,
                Path = certificate.Path,
                Dsl = "Peter Hipkiss",
                Governor = "June Cooke",
                AttestationId = id.Value,
                SoftwareVersion = Software.NameAndVersion,
                IsDemonstration = false,
                Record = certificate.Record,
                Afterwards = certificate.Afterwards,
            },
            certificate,
            strict: true
        );
        Assert.Equal(PolicyMarkdown.Whole(SmallPolicy.Text), PolicyMarkdown.Whole(text));
    }

    [Fact]
    public async Task The_whole_record_stands_behind_the_certificate_and_what_was_not_recorded_says_so()
    {
        var lines = (await AskAsync(amelia))!.Value.Certificate.Record.ToDictionary(line => line.Name, line => line.Value, StringComparer.Ordinal);

        Assert.Equal("Teaching assistant; Employee", lines["Role and group at signing"]);
        Assert.Equal("Nothing to declare: I know of no relationship or situation that would keep me from following this policy.", lines["Declaration"]);
        Assert.Equal("On a screen, in English", lines["Language and format"]);
        Assert.Equal("Far faster than people read: in 0 seconds; about 1 minute of text", lines["Pace"]);
        Assert.Equal("none by then", lines["Talks held by then"]);
        Assert.Equal("192.0.2.7 (how it was found was not recorded)", lines["Network address"]);
        Assert.Equal("2026-09-14 09:05:00.000 UTC; Europe/London (BST, +01:00); server’s clock", lines["Signed at"]);
        Assert.Equal(
            ["Work e-mail", "Approval, as the policy states it", "Time-stamp of an outside service", "Declined"],
            lines.Where(line => line.Value is null).Select(line => line.Key)
        );
    }

    /// <summary>On the certificate itself too, which may be all that someone has.</summary>
    [Fact]
    public async Task Where_from_how_asked_who_released_it_and_the_first_key_stand_on_the_certificate()
    {
        var certificate = (await AskAsync(amelia))!.Value.Certificate;

        Assert.Equal("192.0.2.7 (how it was found was not recorded); Safari on iPhone", certificate.Place);
        Assert.Matches("^by Helen Ashdown; .* from the day of being asked; due [0-9]+ [A-Z][a-z]+ 20[0-9]{2}$", certificate.Path);
        Assert.Equal("Helen Ashdown", certificate.ReleasedBy);
        Assert.Equal("in 0 seconds; about 1 minute of text", certificate.Pace);
        Assert.Equal(KeyFacts.FingerprintOf(school.Get<SigningKeyStore>().Current()!.Certificate), certificate.FirstKey);
        Assert.Empty(certificate.Warnings);
    }

    /// <summary>On the last Sunday of October the hour from one to two comes twice in London, in March it does not come at all.</summary>
    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "25 October 2026, 01:30 BST (00:30 UTC)", "2026-10-25 00:30:00.000 UTC; Europe/London (BST, +01:00); server’s clock")]
    [InlineData("2026-10-25T01:30:00Z", "25 October 2026, 01:30 GMT (01:30 UTC)", "2026-10-25 01:30:00.000 UTC; Europe/London (GMT, +00:00); server’s clock")]
    [InlineData("2027-03-28T00:59:59Z", "28 March 2027, 00:59 GMT (00:59 UTC)", "2027-03-28 00:59:59.000 UTC; Europe/London (GMT, +00:00); server’s clock")]
    [InlineData("2027-03-28T01:00:00Z", "28 March 2027, 02:00 BST (01:00 UTC)", "2027-03-28 01:00:00.000 UTC; Europe/London (BST, +01:00); server’s clock")]
    public async Task A_signature_in_the_hour_of_the_change_says_which_of_the_two_hours_it_was(string at, string words, string line)
    {
        school.Clock.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var daniel = await school.HireAsync("Daniel Okafor");
        await using var db = await school.DbAsync();
        var signature = await school.SignAsync(daniel, (await db.Versions.SingleAsync(TestContext.Current.CancellationToken)).Id);

        var (certificate, _) = (
            await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(daniel, signature, TestContext.Current.CancellationToken))
        )!.Value;

        Assert.Equal(words, LondonTime.ToWordsWithUtc(certificate.SignedAt));
        Assert.Equal(line, certificate.Record.Single(one => one.Name == "Signed at").Value);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task What_changes_later_does_not_change_the_certificate()
    {
        var before = (await AskAsync(amelia))!.Value.Certificate;
        await school.SqlAsync("UPDATE People SET FullName = 'Amelia Hart-Jones', JobTitle = 'Class teacher'; UPDATE School SET Name = 'Another School'");
        await school.PublishAsync(SmallPolicy.Amended);

        var after = (await AskAsync(amelia))!.Value.Certificate;
        Assert.Equivalent(before with { Afterwards = after.Afterwards, Superseded = "version 2 of 14 September 2026" }, after, strict: true);
        Assert.Equal("version 2 of 14 September 2026", after.Afterwards.Single(line => line.Name == "Superseded by").Value);
    }

    [Fact]
    public async Task A_signed_copy_is_for_its_signer_the_office_and_the_headteacher()
    {
        Assert.NotNull(await AskAsync(amelia));
        Assert.NotNull(await AskAsync(await school.HireOfficeAsync()));
        Assert.NotNull(await AskAsync(school.Headteacher));
    }

    [Fact]
    public async Task For_everybody_else_it_looks_as_if_it_were_not_there()
    {
        Assert.Null(await AskAsync(await school.HireAsync("Daniel Okafor")));
        Assert.Null(await AskAsync(await school.HireAsync("Priya Nair", roles: AccessRoles.Staff | AccessRoles.Governor)));
        Assert.Null(await AskAsync(await school.HireAsync("The DSL", roles: AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead)));
        Assert.Null(
            await school.AskAsync(
                (CertificateQuery query) => query.ExecuteAsync(school.Headteacher, AttestationId.New(), TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Of_facts_that_were_purged_nothing_is_printed()
    {
        await school.SqlAsync("UPDATE Evidence SET Payload = NULL WHERE Number = 7");

        Assert.Null(await AskAsync(amelia));
    }

    private Task<(Certificate Certificate, PolicyContent Text)?> AskAsync(Actor actor) =>
        school.AskAsync((CertificateQuery query) => query.ExecuteAsync(actor, id, TestContext.Current.CancellationToken));

    private async Task<string> ColumnAsync(string column) => (string)(await school.ScalarAsync($"SELECT {column} FROM Evidence WHERE Number = 7"))!;
}
