using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Evidence;

public sealed class EvidenceWriterTests
{
    [Fact]
    public async Task A_write_that_fails_leaves_nothing_behind_and_the_next_one_follows_on()
    {
        await using var school = await TestSchool.OpenAsync();
        var writer = school.Get<EvidenceWriter>();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            writer.WriteAsync<int>(
                async (db, log) =>
                {
                    log.Append(EvidenceKind.SchoolSetUp, TestSchool.Monday, "lost", "{}");
                    await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                    throw new InvalidOperationException();
                },
                TestContext.Current.CancellationToken
            )
        );
        var kept = await writer.WriteAsync(
            (_, log) => Task.FromResult(log.Append(EvidenceKind.SchoolSetUp, TestSchool.Monday, "kept", "{}")),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(3, kept.Number);
        Assert.Equal(new ChainVerdict.Intact(3, kept.Hash), await school.VerifyAsync());
    }

    [Fact]
    public async Task Twenty_writes_at_once_make_one_chain_without_gaps()
    {
        await using var school = await TestSchool.OpenAsync();
        var writer = school.Get<EvidenceWriter>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    Task.Run(() =>
                        writer.WriteAsync(
                            (_, log) =>
                            {
                                log.Append(EvidenceKind.SchoolSetUp, TestSchool.Monday, "first", "{}");
                                return Task.FromResult(log.Append(EvidenceKind.SchoolSetUp, TestSchool.Monday, "second", "{}"));
                            },
                            TestContext.Current.CancellationToken
                        )
                    )
                )
        );

        await using var db = await school.DbAsync();
        var last = await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new ChainVerdict.Intact(42, last.Hash), await school.VerifyAsync());
    }
}
