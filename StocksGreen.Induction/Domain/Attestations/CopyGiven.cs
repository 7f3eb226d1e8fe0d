using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>That a signer was given the signed copy.</summary>
/// <param name="FileHash">SHA-256 of the file, 64 hexadecimal digits.</param>
[Evidence("CopyGiven", "CopiesGiven", "copy that was given")]
public sealed record CopyGiven(Guid Id, DateTimeOffset At, AttestationId AttestationId, StaffId StaffId, string FileHash) : SealedRecord(Id, At)
{
    public override string Form => "copy/1";
}
