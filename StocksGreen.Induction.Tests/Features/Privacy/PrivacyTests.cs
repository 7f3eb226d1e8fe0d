using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Documents.Privacy;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Privacy;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Privacy;

/// <summary>What a person gets of their own data, may ask, and is answered; and what the school's papers say.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private static readonly FilledSchool Everything = new(CeremonySteps.DoEverythingAsync);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestSchool school = null!;
    private StaffId amelia;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync(Everything);
        await using var db = await school.DbAsync();
        amelia = (await db.People.SingleAsync(person => person.FullName == "Amelia Hart", Token)).Id;
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    /// <summary>Asked of the model: a table with a column for a person that is not in the export is found here.</summary>
    [Fact]
    public async Task Every_row_that_bears_a_persons_id_is_in_their_export()
    {
        var record = await JsonAsync(Of(amelia));

        await using var db = await school.DbAsync();
        var looked = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(type => !type.IsOwned()))
        {
            var columns = PersonalRows.PersonColumns(type);
            if (columns.Count == 0)
            {
                continue;
            }

            looked++;
            var any = string.Join(" OR ", columns.Select(column => $"\"{column.GetColumnName()}\" = '{amelia.Value.ToString().ToUpperInvariant()}'"));
            var rows = (long)(await school.ScalarAsync($"SELECT COUNT(*) FROM {type.GetTableName()} WHERE {any}"))!;
            if (rows > 0)
            {
                Assert.True(
                    record[type.GetTableName()!] is JsonArray { Count: var count } && count >= rows,
                    $"{rows} rows of {type.GetTableName()} are missing."
                );
            }
        }

        Assert.True(looked > 30);
    }

    [Fact]
    public async Task The_export_holds_what_was_answered_decided_and_sealed_and_no_secret()
    {
        var text = (await JsonAsync(Of(amelia))).ToJsonString();

        foreach (var table in new[] { "ReaderAnswers", "AdjustmentsMade", "DeclarationDecisions", "PrivacyAnswers", "NoticeOutcomes", "Evidence", "People" })
        {
            Assert.Contains($"\"{table}\"", text, StringComparison.Ordinal);
        }

        var head = (await JsonAsync(school.Headteacher)).ToJsonString();
        await using var db = await school.DbAsync();
        var account = await db.Users.AsNoTracking().SingleAsync(Token);
        Assert.Contains("\"Accounts\"", head, StringComparison.Ordinal);
        Assert.DoesNotContain(account.PasswordHash!, head, StringComparison.Ordinal);
        Assert.DoesNotContain(account.SecurityStamp!, head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_someone_did_about_others_the_export_says_only_that_they_did_it()
    {
        var text = (await JsonAsync(school.Headteacher)).ToJsonString();

        Assert.DoesNotContain("Amelia Hart", text, StringComparison.Ordinal);
        Assert.DoesNotContain(CeremonySteps.Decision.Declared!, text, StringComparison.Ordinal);
        Assert.Contains("About someone else, or the school", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_person_and_the_headteacher_get_it()
    {
        Assert.NotNull(await ExportAsync(Of(amelia), amelia));
        Assert.NotNull(await ExportAsync(school.Headteacher, amelia));
        Assert.Null(await ExportAsync(school.Headteacher with { StaffId = StaffId.New(), Roles = AccessRoles.Staff | AccessRoles.Office }, amelia));
        Assert.Null(await ExportAsync(Of(amelia), school.Headteacher.StaffId));
    }

    [Fact]
    public async Task A_correction_is_answered_by_the_office_and_a_complaint_by_the_headteacher_alone()
    {
        var office = school.Headteacher with { StaffId = StaffId.New(), FullName = "Ruth Pemberton", Roles = AccessRoles.Staff | AccessRoles.Office };
        (await AskAsync(PrivacyRequestKind.Complaint, "I was reminded at home.")).Value();
        var complaint = (await school.LatestAsync<PrivacyRequest>()).Id;
        (await AskAsync(PrivacyRequestKind.Correction, "My name is spelt Emilia.")).Value();
        var correction = (await school.LatestAsync<PrivacyRequest>()).Id;

        Assert.IsType<Result<Unit>.NotFound>(await AnswerAsync(office, complaint, "No."));
        Assert.IsType<Result<Unit>.NotFound>(await AnswerAsync(Of(amelia), correction, "Yes."));
        (await AnswerAsync(office, correction, "It is changed.")).Value();
        (await AnswerAsync(school.Headteacher, complaint, "It will not happen again.")).Value();
        Assert.IsType<Result<Unit>.NotFound>(await AnswerAsync(office, correction, "Twice."));

        var own = await school.AskAsync((PrivacyQuery query) => query.OwnAsync(Of(amelia), Token));
        Assert.Contains(own, line => line.Answer is { Text: "It is changed.", AnsweredByName: "Ruth Pemberton" });
        Assert.Equal(new DateOnly(2026, 10, 14), own[0].Request.DueOn);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Theory]
    [InlineData(PrivacyPaperKind.Notice)]
    [InlineData(PrivacyPaperKind.Processing)]
    [InlineData(PrivacyPaperKind.Assessment)]
    public async Task Each_paper_says_every_period_and_whom_to_turn_to(PrivacyPaperKind kind)
    {
        var paper = await PaperAsync(school.Headteacher, kind);

        var lines = paper!.Sections.SelectMany(section => section.Lines).Select(line => line.Value).ToList();
        Assert.All(RetentionRules.All.Where(rule => rule != RetentionRules.Tombstones), rule => Assert.Contains(rule.Period, lines));
        var all = string.Join(' ', paper.Sections.SelectMany(section => section.Paragraphs).Concat(lines));
        Assert.Contains("Kent DPO Service, dpo@kent.example", all, StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7"u8.ToArray(), PrivacyDocument.Create(paper)[..8]);
    }

    [Fact]
    public async Task Staff_get_the_notice_and_the_other_papers_are_for_the_headteacher()
    {
        Assert.NotNull(await PaperAsync(Of(amelia), PrivacyPaperKind.Notice));
        Assert.Null(await PaperAsync(Of(amelia), PrivacyPaperKind.Processing));
        Assert.Null(await PaperAsync(Of(amelia), PrivacyPaperKind.Assessment));
    }

    private Actor Of(StaffId person) => school.Headteacher with { StaffId = person, FullName = "Amelia Hart", Roles = AccessRoles.Staff };

    private Task<byte[]?> ExportAsync(Actor actor, StaffId person) => school.AskAsync((RecordExport export) => export.ExecuteAsync(actor, person, Token));

    private Task<PrivacyPaper?> PaperAsync(Actor actor, PrivacyPaperKind kind) =>
        school.AskAsync((PrivacyPapers papers) => papers.ExecuteAsync(actor, kind, Token));

    private Task<Result<Unit>> AskAsync(PrivacyRequestKind kind, string text) =>
        school.AskAsync((AskAboutData ask) => ask.ExecuteAsync(Of(amelia), kind, text, Token));

    private Task<Result<Unit>> AnswerAsync(Actor actor, Guid request, string text) =>
        school.AskAsync((AnswerAboutData answer) => answer.ExecuteAsync(actor, request, text, Token));

    private async Task<JsonObject> JsonAsync(Actor person)
    {
        using var zip = new ZipArchive(new MemoryStream((await ExportAsync(person, person.StaffId))!));
        Assert.NotNull(zip.GetEntry("record.pdf"));
        using var reader = new StreamReader(zip.GetEntry("record.json")!.Open(), Encoding.UTF8);
        return (JsonObject)JsonNode.Parse(await reader.ReadToEndAsync(Token))!;
    }
}
