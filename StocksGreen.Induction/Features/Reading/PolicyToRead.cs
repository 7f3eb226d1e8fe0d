using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>One version as one person meets it: the text, how far they are, and their signature if there is one.</summary>
/// <param name="Attestation">Null while it is not signed.</param>
/// <param name="DueOn">Last day on which signing is in time.</param>
public sealed record PolicyToRead(StaffMember Person, ReadingLedger Ledger, Attestation? Attestation, DateOnly DueOn, Standing Standing, ReviewStatus Review)
{
    public PolicyVersion Version => Ledger.Version;
}
