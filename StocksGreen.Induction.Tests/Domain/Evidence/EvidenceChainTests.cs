using System.Reflection;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Tests.Domain.Evidence;

public sealed class EvidenceChainTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 14, 15, 5, 9, TimeSpan.Zero);

    [Fact]
    public void An_empty_chain_holds() => Assert.Equal(new ChainVerdict.Intact(0, EvidenceHash.Genesis), EvidenceChain.Verify([]));

    [Fact]
    public void A_chain_that_nobody_touched_holds()
    {
        var entries = Entries();

        Assert.Equal(new ChainVerdict.Intact(4, entries[3].Hash), EvidenceChain.Verify(entries));
    }

    [Theory]
    [InlineData(nameof(EvidenceEntry.Kind), "PersonExempted", "Its own hash does not match what it says.")]
    [InlineData(nameof(EvidenceEntry.Subject), "other", "Its own hash does not match what it says.")]
    [InlineData(nameof(EvidenceEntry.Payload), """{"n":3}""", "Its facts do not match their hash.")]
    [InlineData(nameof(EvidenceEntry.PayloadHash), "00", "Its facts do not match their hash.")]
    [InlineData(nameof(EvidenceEntry.PreviousHash), EvidenceHash.Genesis, "It does not follow from the entry before it.")]
    [InlineData(nameof(EvidenceEntry.Hash), "00", "Its own hash does not match what it says.")]
    [InlineData(nameof(EvidenceEntry.Number), 7L, "Entry 2 is missing before it.")]
    public void A_field_that_was_changed_breaks_its_entry(string field, object value, string reason)
    {
        var entries = Entries();
        Set(entries[1], field, field == nameof(EvidenceEntry.Kind) ? new EvidenceKind((string)value) : value);

        Assert.Equal(new ChainVerdict.Broken(entries[1].Number, reason), EvidenceChain.Verify(entries));
    }

    [Theory]
    [InlineData(TimeSpan.TicksPerMillisecond)]
    [InlineData(1)]
    public void A_time_that_was_changed_breaks_its_entry_by_however_little(long ticks)
    {
        var entries = Entries();
        Set(entries[1], nameof(EvidenceEntry.At), At.AddTicks(ticks));

        Assert.Equal(new ChainVerdict.Broken(2, "Its own hash does not match what it says."), EvidenceChain.Verify(entries));
    }

    [Fact]
    public void An_entry_that_is_missing_is_named()
    {
        var entries = Entries();
        entries.RemoveAt(2);

        Assert.Equal(new ChainVerdict.Broken(4, "Entry 3 is missing before it."), EvidenceChain.Verify(entries));
    }

    [Fact]
    public void Entries_that_changed_places_are_found()
    {
        var entries = Entries();
        (entries[1], entries[2]) = (entries[2], entries[1]);

        Assert.Equal(new ChainVerdict.Broken(3, "Entry 2 is missing before it."), EvidenceChain.Verify(entries));
    }

    [Fact]
    public void Facts_that_retention_emptied_need_a_later_entry_that_says_so()
    {
        var entries = Entries();
        Set(entries[1], nameof(EvidenceEntry.Payload), null);
        var silent = EvidenceChain.Verify(entries);
        entries.Add(EvidenceEntry.Append(entries[^1], EvidenceKind.PayloadPurged, At, "2", "{}"));

        Assert.Equal(new ChainVerdict.Broken(2, "Its facts are gone and no later entry says that they were purged."), silent);
        Assert.Equal(new ChainVerdict.Intact(5, entries[4].Hash), EvidenceChain.Verify(entries));
    }

    [Fact]
    public void An_entry_cannot_excuse_facts_that_go_after_it_another_entry_or_itself()
    {
        var early = new List<EvidenceEntry> { EvidenceEntry.Append(null, EvidenceKind.PayloadPurged, At, "2", "{}") };
        early.Add(EvidenceEntry.Append(early[0], EvidenceKind.PolicySigned, At, "two", "{}"));
        Set(early[1], nameof(EvidenceEntry.Payload), null);
        var other = Entries();
        Set(other[1], nameof(EvidenceEntry.Payload), null);
        other.Add(EvidenceEntry.Append(other[^1], EvidenceKind.PayloadPurged, At, "3", "{}"));
        var itself = Entries();
        itself.Add(EvidenceEntry.Append(itself[^1], EvidenceKind.PayloadPurged, At, "5", "{}"));
        Set(itself[4], nameof(EvidenceEntry.Payload), null);

        Assert.Equal([2, 2, 5], new[] { early, other, itself }.Select(entries => Assert.IsType<ChainVerdict.Broken>(EvidenceChain.Verify(entries)).Number));
    }

    private static List<EvidenceEntry> Entries()
    {
        var entries = new List<EvidenceEntry>();
        foreach (var number in Enumerable.Range(1, 4))
        {
            entries.Add(EvidenceEntry.Append(entries.LastOrDefault(), EvidenceKind.SectionConfirmed, At, $"subject {number}", $$"""{"n":{{number}}}"""));
        }

        return entries;
    }

    /// <summary>Entries have no setters; someone with a tool on the file needs none.</summary>
    private static void Set(EvidenceEntry entry, string field, object? value) =>
        typeof(EvidenceEntry).GetProperty(field, BindingFlags.Public | BindingFlags.Instance)!.SetValue(entry, value);
}
