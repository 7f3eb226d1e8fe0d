using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Tests.Domain.Evidence;

public sealed class EvidenceHashTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 9, 14, 16, 5, 9, 123, TimeSpan.FromHours(1)).AddTicks(4567);

    [Fact]
    public void An_entry_is_hashed_as_seven_lines_that_anybody_can_write()
    {
        var entry = EvidenceEntry.Append(null, EvidenceKind.PolicySigned, At, "subject", """{"name":"Zoë"}""");

        Assert.Equal(
            """
            stocksgreen-evidence/1
            1
            PolicySigned
            2026-09-14T15:05:09.123Z
            subject
            6bd0ee7972d372ec1f8a3cc44302e5449751305d73c2b69b5a79c62f88a4ca77
            0000000000000000000000000000000000000000000000000000000000000000
            """.ReplaceLineEndings("\n"),
            EvidenceHash.CanonicalText(entry)
        );
        Assert.Equal("b9a4b4053be4e15b14149a6f45a6c536a3b4ffebec8473aa6e3332ab0bc92aff", entry.Hash);
    }

    [Fact]
    public void An_entry_keeps_its_time_in_UTC_to_the_millisecond() =>
        Assert.Equal(
            new DateTimeOffset(2026, 9, 14, 15, 5, 9, 123, TimeSpan.Zero),
            EvidenceEntry.Append(null, EvidenceKind.PolicySigned, At, "subject", "{}").At
        );

    [Fact]
    public void An_entry_follows_the_one_before()
    {
        var first = EvidenceEntry.Append(null, EvidenceKind.SchoolSetUp, At, "one", "{}");
        var second = EvidenceEntry.Append(first, EvidenceKind.PolicySigned, At, "two", "{}");

        Assert.Equal((1, EvidenceHash.Genesis), (first.Number, first.PreviousHash));
        Assert.Equal((2, first.Hash), (second.Number, second.PreviousHash));
    }
}
