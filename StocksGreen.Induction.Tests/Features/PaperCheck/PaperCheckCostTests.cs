using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Evidence.Corrections;
using StocksGreen.Induction.Features.PaperCheck;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.PaperCheck;

/// <summary>What a stranger's question costs the school, and that the answer stays right when the file is changed between two.</summary>
public sealed class PaperCheckCostTests : IAsyncLifetime
{
    private const string NoTriggers = "PRAGMA foreign_keys=OFF; DROP TRIGGER Evidence_never_go; DROP TRIGGER Evidence_never_change; ";

    private readonly Rows rows = new();
    private TestSchool school = null!;
    private AttestationId id;
    private string code = "";

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync(services => services.ConfigureDbContext<InductionDb>(options => options.AddInterceptors(rows)));
        var amelia = await school.HireAsync("Amelia Hart");
        id = await school.SignAsync(amelia, await school.PublishAsync());
        await using var db = await school.DbAsync();
        code = PaperCode
            .From(await db.Evidence.SingleAsync(entry => entry.Kind == EvidenceKind.PolicySigned, TestContext.Current.CancellationToken))
            .ToString();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_visitor_has_what_is_new_read_and_not_the_whole_chain()
    {
        await AppendAsync(100);
        Assert.InRange(await CostAsync(), 1, 200);
        var few = await CostAsync();
        await AppendAsync(300);
        Assert.InRange(await CostAsync(), 1, 400);

        Assert.Equal(few, await CostAsync());
        Assert.InRange(few, 1, 10);
    }

    [Theory]
    [InlineData("", PaperCheckResult.Genuine)]
    [InlineData("UPDATE Evidence SET Payload = replace(Payload, 'Amelia Hart', 'Amelia Hurt')", PaperCheckResult.Altered)]
    [InlineData("UPDATE Evidence SET Hash = upper(Hash) WHERE Kind = 'PolicySigned'", PaperCheckResult.Unknown)]
    [InlineData("UPDATE Evidence SET Signature = NULL WHERE Kind = 'PolicySigned'", PaperCheckResult.Altered)]
    [InlineData("DELETE FROM Evidence WHERE Kind = 'PolicySigned'", PaperCheckResult.Unknown)]
    [InlineData("DELETE FROM Evidence WHERE Number = (SELECT max(Number) FROM Evidence)", PaperCheckResult.Genuine)]
    [InlineData("UPDATE Evidence SET Hash = upper(Hash) WHERE Number = (SELECT max(Number) FROM Evidence)", PaperCheckResult.Altered)]
    [InlineData(
        "INSERT INTO Evidence (Number, Kind, At, Subject, Payload, PayloadHash, PreviousHash, Hash, SignedWith, Signature) "
            + "SELECT Number + 1, Kind, At, Subject, Payload, PayloadHash, Hash, hex(zeroblob(32)), SignedWith, Signature FROM Evidence "
            + "ORDER BY Number DESC LIMIT 1",
        PaperCheckResult.Altered
    )]
    public async Task The_answer_is_right_when_the_file_was_changed_between_two_visitors(string sql, PaperCheckResult word)
    {
        await AppendAsync(5);
        Assert.Equal(PaperCheckResult.Genuine, await AskAsync());

        await school.SqlAsync(NoTriggers + sql);

        Assert.Equal(word, await AskAsync());
    }

    [Theory]
    [InlineData("DELETE FROM Corrections", PaperCheckResult.Withdrawn)]
    [InlineData("DELETE FROM Corrections; UPDATE Evidence SET Kind = CAST(Kind AS BLOB) WHERE Kind = 'SignatureCorrected'", PaperCheckResult.Withdrawn)]
    [InlineData("DELETE FROM Corrections; UPDATE Evidence SET Kind = 'signaturecorrected' WHERE Kind = 'SignatureCorrected'", PaperCheckResult.Altered)]
    [InlineData("DELETE FROM Corrections; DELETE FROM Evidence WHERE Kind = 'SignatureCorrected'", PaperCheckResult.Altered)]
    public async Task A_withdrawal_that_was_read_once_is_not_forgotten(string sql, PaperCheckResult word)
    {
        await WithdrawAsync();
        await AppendAsync(5);
        Assert.Equal(PaperCheckResult.Withdrawn, await AskAsync());

        await school.SqlAsync($"DROP TRIGGER Corrections_never_go; {NoTriggers}{sql}");

        Assert.Equal(word, await AskAsync());
    }

    [Fact]
    public async Task A_change_in_the_middle_shows_once_the_chain_is_read_again_and_so_does_its_repair()
    {
        await AppendAsync(5);
        await AskAsync();
        await school.SqlAsync(NoTriggers + "UPDATE Evidence SET Subject = 'b' WHERE Subject = 'a' AND Number % 2 = 0");

        school.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(PaperCheckResult.Altered, await AskAsync());
        await school.SqlAsync("UPDATE Evidence SET Subject = 'a' WHERE Subject = 'b'");
        school.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(PaperCheckResult.Genuine, await AskAsync());
    }

    [Fact]
    public async Task Many_ask_at_once_while_others_sign()
    {
        var version = await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });
        var people = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => school.HireAsync($"Person {number}")));

        var words = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => Task.Run(AskAsync))
                .Concat(
                    people.Select(person =>
                        Task.Run(async () =>
                        {
                            await school.SignAsync(person, version);
                            return PaperCheckResult.Genuine;
                        })
                    )
                )
        );

        Assert.All(words, word => Assert.Equal(PaperCheckResult.Genuine, word));
    }

    private async Task<int> CostAsync()
    {
        rows.Read = 0;
        Assert.Equal(PaperCheckResult.Genuine, await AskAsync());
        return rows.Read;
    }

    private async Task<PaperCheckResult> AskAsync() =>
        PaperCheckText.For(await school.AskAsync((PaperCheckQuery check) => check.OfCodeAsync(code, TestContext.Current.CancellationToken))).Word;

    private Task<bool> AppendAsync(int entries) =>
        school
            .Get<EvidenceWriter>()
            .WriteAsync(
                (_, log) =>
                {
                    for (var i = 0; i < entries; i++)
                    {
                        log.Append(EvidenceKind.SectionConfirmed, school.Clock.GetUtcNow(), "a", "{}");
                    }

                    return Task.FromResult(true);
                },
                TestContext.Current.CancellationToken
            );

    private async Task WithdrawAsync() =>
        (
            await school.AskAsync(
                (CorrectSignature correct) =>
                    correct.ExecuteAsync(school.Headteacher, id, CorrectionKind.Withdraws, "Wrong.", "A reason.", TestContext.Current.CancellationToken)
            )
        ).Value();

    /// <summary>Counts what is read of the database.</summary>
    private sealed class Rows : DbCommandInterceptor
    {
        public int Read { get; set; }

        public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            Read += eventData.ReadCount;
            return result;
        }
    }
}
