using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>What a person has to sign and has signed.</summary>
/// <param name="ToSign">Most urgent first.</param>
/// <param name="Signed">Latest first.</param>
/// <param name="NotAsked">Policies from which a recorded decision exempts the person.</param>
public sealed record MyReading(string FullName, IReadOnlyList<MyReading.OpenPolicy> ToSign, IReadOnlyList<MyReading.SignedPolicy> Signed, IReadOnlyList<string> NotAsked)
{
    /// <param name="Next">Where to go on; null when every part is confirmed and only the signature is missing.</param>
    public sealed record OpenPolicy(PolicyVersion Version, DateOnly DueOn, Standing Standing, int Confirmed, int Parts, PolicyPart? Next, int MinutesLeft, ReviewStatus Review);

    /// <param name="SignedAt">UTC.</param>
    public sealed record SignedPolicy(AttestationId Id, VersionId VersionId, string Title, string Label, DateTimeOffset SignedAt, ReviewStatus Review);
}
