using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>A signature as its signer looks at it, whatever has been published since.</summary>
/// <param name="Version">What was signed.</param>
/// <param name="Later">The version in force, where that is a later one.</param>
/// <param name="Stands">True where it is the signature that counts for the version in force.</param>
/// <param name="IsAskedAgain">True where the version in force asks this person for another signature.</param>
/// <param name="Review">Of the version in force.</param>
/// <param name="Lead">Who is to be told of a concern today: the Designated Safeguarding Lead; null where neither the policy nor the school's records name one.</param>
public sealed record SignedVersion(
    StaffMember Person,
    Attestation Attestation,
    PolicyVersion Version,
    PolicyVersion? Later,
    bool Stands,
    bool IsAskedAgain,
    ReviewStatus Review,
    KeyDetail? Lead);
