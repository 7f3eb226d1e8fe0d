using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>That a signature's record is wrong. Nothing that was sealed is changed: this is next to it.</summary>
/// <param name="What">What is wrong, and what is right.</param>
[Evidence("SignatureCorrected", "Corrections", "correction")]
public sealed record Correction(
    Guid Id,
    DateTimeOffset At,
    AttestationId AttestationId,
    CorrectionKind Does,
    string What,
    string Reason,
    StaffId CorrectedBy,
    string CorrectedByName
) : SealedRecord(Id, At)
{
    public override string Form => "correction/1";

    /// <summary>Longest text of each field, in characters.</summary>
    public const int LongestText = 1000;
}
