using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports;

/// <summary>Every field that the evidence of a signature must carry is stored, or printed as "not recorded".</summary>
public sealed class EvidenceTableTests : IAsyncLifetime
{
    private TestSchool school = null!;

    /// <summary>Field by field: where it stands on the paper. A null means that it is printed as "not recorded".</summary>
    public static TheoryData<string, string> Fields =>
        new()
        {
            { "person id", "Who/Person" },
            { "work e-mail", "Who/Work e-mail" },
            { "role and audience class as at signing", "Who/Role and group at signing" },
            { "how identity was proved, and when", "Who/Identity shown by" },
            { "how identity was proved again", "Who/Shown again for this signature" },
            { "version id and effective date", "What/Version" },
            { "approver", "What/Released by" },
            { "approval date", "What/Approval, as the policy states it" },
            { "“based on” edition", "What/Based on" },
            { "review state at signing", "What/Review at signing" },
            { "original file: media type, bytes, SHA-256", "What/Original document" },
            { "which parts of that file are the policy", "What/Parts of that document" },
            { "what the import left out and who decided it", "What/Left out of that document" },
            { "words of the original and of the text", "What/Words of that document" },
            { "language and format actually used", "What/Language and format" },
            { "adjustment made", "What/Adjustments" },
            { "button label", "Intention/Button" },
            { "declaration outcome and reference", "Intention/Declaration" },
            { "drawn signature", "Intention/Drawn signature" },
            { "reading pace", "Reading/Pace" },
            { "re-opened", "Reading/Opened again after confirming" },
            { "question asked and answered", "Reading/Questions asked" },
            { "quiz: version, answer, attempts, passed at", "Reading/Checks of understanding" },
            { "who briefed, date, topics, both confirmations", "Briefing/Talks held by then" },
            { "signed at, zone, offset, clock", "When/Signed at" },
            { "time-stamp token", "When/Time-stamp of an outside service" },
            { "IP with proxy rule", "Where/Network address" },
            { "user agent summary", "Where/Browser" },
            { "session id", "Where/Session" },
            { "assigned by whom", "Path/Asked by" },
            { "rule", "Path/Rule" },
            { "due date", "Path/Due" },
            { "notices with delivery result", "Path/Reminders" },
            { "pauses", "Path/Pauses" },
            { "exemptions with reason", "Path/Exemption" },
            { "declines", "Path/Declined" },
            { "hash version and software version", "Integrity/Form and software" },
            { "key id and signature", "Integrity/Key and signature of the system" },
            { "lawful basis", "Life/Lawful basis" },
            { "retention rule", "Life/Kept" },
            { "purge date and tombstone", "Afterwards/Detailed times of reading" },
            { "copy given and its hash", "Afterwards/Copy first given to the signer" },
            { "report card as shown", "Afterwards/Shown where to report" },
            { "superseded by", "Afterwards/Superseded by" },
            { "policy withdrawn", "Afterwards/Policy withdrawn" },
        };

    public async ValueTask InitializeAsync() => school = await CeremonySteps.EverythingOnceAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Every_field_of_the_table_stands_on_the_paper_and_no_field_of_the_paper_is_without_a_row_in_the_table()
    {
        var certificate = await CertificateAsync();

        Assert.Equal(
            Fields.Select(row => row.Data.Item2).Order(StringComparer.Ordinal),
            certificate.Record.Concat(certificate.Afterwards).Select(line => $"{line.Group}/{line.Name}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(3, certificate.Sections.Count);
        Assert.All(certificate.Sections, section => Assert.True(section is { ShownAt: not null, ConfirmedAt: not null, TextHash.Length: 64 }));
        Assert.All(
            new[] { certificate.TextHash, certificate.EvidenceHash, certificate.PreviousHash, certificate.PayloadHash },
            hash => Assert.Equal(64, hash?.Length)
        );
        Assert.Equal("Amelia Hart", certificate.TypedName);
        Assert.NotEmpty(certificate.ReadStatement);
        Assert.NotEmpty(certificate.UnderstoodStatement);
        Assert.NotNull(certificate.Consent);
    }

    [Fact]
    public async Task Only_what_this_program_cannot_know_is_not_recorded_where_everything_was_done() =>
        Assert.Equal(
            ["Work e-mail", "Approval, as the policy states it", "Time-stamp of an outside service", "Declined"],
            (await CertificateAsync()) is var certificate
                ? certificate.Record.Concat(certificate.Afterwards).Where(line => line.Value is null).Select(line => line.Name)
                : []
        );

    [Fact]
    public async Task What_was_done_stands_there_in_words()
    {
        var certificate = await CertificateAsync();
        var lines = certificate.Record.Concat(certificate.Afterwards).ToDictionary(line => line.Name, line => line.Value!, StringComparer.Ordinal);

        Assert.Equal("in large print, asked 14 September 2026, 10:00 BST: Printed in 20 point.", lines["Adjustments"]);
        Assert.EndsWith("right at attempt 2, 14 September 2026, 10:00 BST", lines["Checks of understanding"], StringComparison.Ordinal);
        Assert.StartsWith("“Where do you wear it?” (wording 1): “Where it can be seen”", lines["Checks of understanding"], StringComparison.Ordinal);
        Assert.Matches("^1.1 Badges: entry [0-9]+, answered in [0-9]+$", lines["Questions asked"]);
        Assert.StartsWith(
            "Safe use of social media, 14 September 2026, by Helen Ashdown: Photographs, Friend requests; confirmed by the briefer",
            lines["Talks held by then"],
            StringComparison.Ordinal
        );
        Assert.Equal("14 September 2026, 10:00 BST, Email, by Helen Ashdown, delivery not recorded", lines["Reminders"]);
        Assert.Equal("Induction pack “Induction of staff”: 5 school days from the first day in post", lines["Rule"]);
        Assert.Contains(Sha256Hex.Compute([1, 2, 3]), lines["Copy first given to the signer"], StringComparison.Ordinal);
        Assert.EndsWith("Tell Peter Hipkiss.", lines["Shown where to report"], StringComparison.Ordinal);
        Assert.Equal("yes", lines["Drawn signature"]);
    }

    [PdfToolsFact]
    public async Task The_paper_prints_every_field_and_says_not_recorded_where_there_is_nothing()
    {
        var (certificate, text) = (await AskAsync())!.Value;

        var words = string.Join(
            ' ',
            (await PdfTools.RunAsync(SignedCopyDocument.Create(certificate, text, certificate.SignedAt), "pdftotext", after: ["-"])).Output.Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

        Assert.Contains("not recorded", words, StringComparison.Ordinal);
        Assert.All(
            certificate.Record.Concat(certificate.Afterwards),
            line => Assert.All(line.Name.Split(' '), word => Assert.Contains(word, words, StringComparison.Ordinal))
        );
        Assert.True(words.Split("not recorded").Length > certificate.Record.Count(line => line.Value is null));
    }

    [Fact]
    public async Task A_copy_is_recorded_once_and_only_when_the_signer_gets_it()
    {
        var signed = await SignatureAsync();
        foreach (
            var actor in new[]
            {
                school.Headteacher,
                new StocksGreen.Induction.Domain.Access.Actor(await SignerAsync(), "Amelia Hart", school.Headteacher.Roles, school.Headteacher.Proof, ""),
            }
        )
        {
            await school.AskAsync(
                async (RecordCopy record) =>
                {
                    await record.ExecuteAsync(actor, signed, [9], TestContext.Current.CancellationToken);
                    return true;
                }
            );
        }

        Assert.Equal((1, Sha256Hex.Compute([1, 2, 3])), (await school.CountAsync<CopyGiven>(), (await school.LatestAsync<CopyGiven>()).FileHash));
    }

    /// <summary>The person who released a version in this program did not thereby approve the policy: governors did, and the policy says when.</summary>
    [Fact]
    public async Task Who_released_a_version_stands_next_to_the_approval_that_the_policy_states()
    {
        var version = await school.PublishAsync(
            SmallPolicy.Text with
            {
                Title = "Approved Policy",
                KeyDetails =
                [
                    new KeyDetail("Date written", "August 2024"),
                    new KeyDetail("Date agreed", "September 2024"),
                    new KeyDetail("Governing Committee responsible", "S&C"),
                    new KeyDetail("Ratified by", ""),
                ],
            }
        );
        var signed = await school.SignAsync(await school.HireAsync("Priya Nair"), version);

        var certificate = (
            await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(school.Headteacher, signed, TestContext.Current.CancellationToken))
        )!
            .Value
            .Certificate;

        Assert.Equal(
            [
                new RecordLine("What", "Released by", "Helen Ashdown"),
                new RecordLine("What", "Approval, as the policy states it", "Date agreed: September 2024; Governing Committee responsible: S&C"),
            ],
            certificate.Record.SkipWhile(line => line.Name != "Released by").Take(2)
        );
        Assert.DoesNotContain(certificate.Record.Concat(certificate.Afterwards), line => line.Name == "Approved by");
    }

    private async Task<Certificate> CertificateAsync() => (await AskAsync())!.Value.Certificate;

    private async Task<(Certificate Certificate, StocksGreen.Induction.Domain.PolicyText.PolicyContent Text)?> AskAsync()
    {
        var id = await SignatureAsync();
        return await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(school.Headteacher, id, TestContext.Current.CancellationToken));
    }

    private async Task<AttestationId> SignatureAsync() => (await school.LatestAsync<CopyGiven>()).AttestationId;

    private async Task<StocksGreen.Induction.Domain.Ids.StaffId> SignerAsync() => (await school.LatestAsync<CopyGiven>()).StaffId;
}
