using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>What a person has to sign and has signed.</summary>
/// <param name="ToSign">Most urgent first.</param>
/// <param name="Signed">Latest first.</param>
/// <param name="ToNote">Policies of which the person is only reminded, by title.</param>
/// <param name="NotAsked">Policies from which a recorded decision exempts the person.</param>
public sealed record MyReading(
    string FullName,
    IReadOnlyList<MyReading.OpenPolicy> ToSign,
    IReadOnlyList<MyReading.SignedPolicy> Signed,
    IReadOnlyList<MyReading.NotedPolicy> ToNote,
    IReadOnlyList<string> NotAsked
)
{
    /// <summary>Policies that were withdrawn within the last weeks while the person was still asked to sign them.</summary>
    public IReadOnlyList<(Policy Policy, DateOnly From)> Ended { get; init; } = [];

    /// <param name="Next">Where to go on; null when every part is confirmed and only the signature is missing.</param>
    /// <param name="Waiting">Parts about which the person waits for an answer.</param>
    /// <param name="Since">The earlier signature, where only what changed since is asked; null where all of it is.</param>
    /// <param name="Extension">By which it is due as late as it is; null where there is none.</param>
    public sealed record OpenPolicy(
        PolicyVersion Version,
        EarlierSignature? Since,
        DateOnly DueOn,
        Standing Standing,
        int Confirmed,
        int Parts,
        PolicyPart? Next,
        int MinutesLeft,
        int Waiting,
        ReviewStatus Review,
        Extension? Extension = null
    );

    /// <param name="SignedAt">UTC.</param>
    /// <param name="Later">The version in force, where it made only minor changes since and the signature stands; null where it is the one signed, or asks for
    /// a new signature.</param>
    public sealed record SignedPolicy(
        AttestationId Id,
        VersionId VersionId,
        string Title,
        string Label,
        DateTimeOffset SignedAt,
        ReviewStatus Review,
        PolicyVersion? Later,
        bool IsOnPaper,
        bool IsWithdrawn
    );

    /// <param name="Parts">What of it the person is shown, in reading order.</param>
    public sealed record NotedPolicy(PolicyVersion Version, IReadOnlyList<PolicyPart> Parts, ReviewStatus Review)
    {
        /// <summary>Minutes for what the person is shown.</summary>
        public int Minutes => ReadingTime.MinutesFor(Parts.Sum(part => part.WordsToRead));
    }
}
