using System.Collections.Immutable;
using System.Text.Json;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>What is known of a chain of evidence once each of its entries was asked whether it follows from the one before.</summary>
/// <remarks>Kinds are compared here and never in SQL, where the same name as a BLOB or in a broken index is another.</remarks>
public sealed record ReadChain
{
    /// <summary>A chain without entries.</summary>
    public static ReadChain Empty { get; } = new();

    /// <summary>Number of the last entry; 0 where there is none.</summary>
    public long Number { get; private init; }

    /// <summary>Hash of the last entry.</summary>
    public string Hash { get; private init; } = EvidenceHash.Genesis;

    /// <summary>The first entry that does not follow, and the last; null where all do.</summary>
    public (long First, long Last)? Fault { get; private init; }

    /// <summary>Every entry that corrects or withdraws a signature, oldest first.</summary>
    public ImmutableList<CorrectionEntry> Corrections { get; private init; } = [];

    /// <summary>Each time that the clock was set back, by the number of the entry that says so, oldest first.</summary>
    public ImmutableList<(long Number, ClockFacts Facts)> Clocks { get; private init; } = [];

    /// <summary>Every version of each policy, by what was sealed when it was published.</summary>
    public ImmutableDictionary<PolicyId, ImmutableList<PublishedEntry>> Published { get; private init; } =
        ImmutableDictionary<PolicyId, ImmutableList<PublishedEntry>>.Empty;

    /// <summary>The latest decision to take a policy out of force, by what was sealed of it.</summary>
    public ImmutableDictionary<PolicyId, PolicyWithdrawal> Withdrawals { get; private init; } = ImmutableDictionary<PolicyId, PolicyWithdrawal>.Empty;

    /// <summary>Entries that retention emptied.</summary>
    public ImmutableHashSet<long> Purged { get; private init; } = [];

    /// <summary>Whether what an entry of a kind says is wanted here.</summary>
    internal static bool IsTold(EvidenceKind kind) =>
        kind == EvidenceKind.Of<Correction>()
        || kind == EvidenceKind.ClockWentBack
        || kind == EvidenceKind.PolicyPublished
        || kind == EvidenceKind.Of<PolicyWithdrawal>()
        || kind == EvidenceKind.PayloadPurged;

    internal static bool IsAskedForItsSignature(EvidenceKind kind) => kind == EvidenceKind.Of<Correction>() || kind == EvidenceKind.ClockWentBack;

    /// <summary>Whether every entry after one follows from the one before it.</summary>
    public bool HoldsAfter(long number) => Fault is not { } fault || fault.Last <= number;

    /// <param name="follows">False where it does not follow from the one before, or is not what its hash says.</param>
    internal ReadChain With(long number, string hash, bool follows) =>
        this with
        {
            Number = number,
            Hash = hash,
            Fault = follows ? Fault : (Fault?.First ?? number, number),
        };

    /// <summary>Notes an entry that someone without the school's key wrote; what it says is not believed.</summary>
    internal ReadChain WithForged(EvidenceEntry entry) =>
        this with
        {
            Fault = (Math.Min(Fault?.First ?? entry.Number, entry.Number), Math.Max(Fault?.Last ?? 0, entry.Number)),
        };

    /// <summary>Adds what one entry says. One that does not say what was sealed is a correction that cannot be read, or says nothing.</summary>
    internal ReadChain With(EvidenceEntry entry)
    {
        var isCorrection = entry.Kind == EvidenceKind.Of<Correction>();
        if (entry.Payload is not { } payload || entry.PayloadHash != EvidenceHash.OfPayload(payload) || entry.Hash != EvidenceHash.OfEntry(entry))
        {
            return isCorrection ? this with { Corrections = Corrections.Add(new CorrectionEntry(entry, null)) } : this;
        }

        try
        {
            return isCorrection
                    ? this with
                    {
                        Corrections = Corrections.Add(new CorrectionEntry(entry, SealedJson.Parse<Correction>(payload) with { EvidenceNumber = entry.Number })),
                    }
                : entry.Kind == EvidenceKind.ClockWentBack ? this with { Clocks = Clocks.Add((entry.Number, ClockFacts.Parse(payload))) }
                : entry.Kind == EvidenceKind.PayloadPurged
                    ? PurgeFacts.TryRead(entry, out var purge) ? this with { Purged = Purged.Add(purge.Entry) }
                        : this
                : entry.Kind == EvidenceKind.Of<PolicyWithdrawal>() ? WithWithdrawn(SealedJson.Parse<PolicyWithdrawal>(payload))
                : WithPublished(PublicationFacts.Parse(payload));
        }
        catch (JsonException)
        {
            return isCorrection ? this with { Corrections = Corrections.Add(new CorrectionEntry(entry, null)) } : this;
        }
    }

    private ReadChain WithPublished(PublicationFacts facts) =>
        this with
        {
            Published = Published.SetItem(
                new PolicyId(facts.Policy),
                Published
                    .GetValueOrDefault(new PolicyId(facts.Policy), [])
                    .Add(new PublishedEntry(facts.Number, facts.PublishedAt, facts.InForceFrom ?? LondonTime.DateIn(facts.PublishedAt)))
            ),
        };

    private ReadChain WithWithdrawn(PolicyWithdrawal decision) => this with { Withdrawals = Withdrawals.SetItem(decision.PolicyId, decision) };
}
