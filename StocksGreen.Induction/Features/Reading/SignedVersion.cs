using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>A signature as its signer looks at it, whatever has been published since.</summary>
/// <param name="Version">What was signed.</param>
/// <param name="Later">The version in force, where that is a later one.</param>
/// <param name="Stands">True where it is the signature that counts for the version in force.</param>
/// <param name="IsAskedAgain">True where the version in force asks this person for another signature.</param>
/// <param name="Review">Of the version in force.</param>
/// <param name="Card">Where to report a concern, as the version in force and the school's records say it today.</param>
public sealed record SignedVersion(
    StaffMember Person,
    Attestation Attestation,
    PolicyVersion Version,
    PolicyVersion? Later,
    bool Stands,
    bool IsAskedAgain,
    ReviewStatus Review,
    ReportCard Card
);
