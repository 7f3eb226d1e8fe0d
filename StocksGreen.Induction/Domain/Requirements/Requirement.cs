using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>That a person must sign a version, and how that stands on a day. It is derived, never stored.</summary>
/// <param name="Assignment">What of it they must read, and how they sign.</param>
/// <param name="DueOn">Last day on which signing is in time.</param>
/// <param name="Attestation">The signature that counts on that day, be it of an earlier version since which nothing changed materially; null where there is
/// none.</param>
/// <param name="HasLeft">True where the person had left by that day; such people are shown next to every figure, never inside it.</param>
public sealed record Requirement(
    StaffMember Person,
    Policy Policy,
    PolicyVersion Version,
    Assignment Assignment,
    DateOnly DueOn,
    Standing Standing,
    Attestation? Attestation,
    bool HasLeft
)
{
    /// <summary>The extension by which <see cref="DueOn"/> is as late as it is; null where none made it later.</summary>
    public Extension? Extension { get; init; }

    /// <summary>First day on which a missing signature is long overdue; of one that was signed, the due day.</summary>
    public DateOnly LongOverdueOn { get; init; } = DueOn;

    /// <summary>By which rules <see cref="DueOn"/> was calculated.</summary>
    public DueRules Rules { get; init; } = DueRules.Usual;

    /// <summary>The exemption that holds on that day; null where there is none.</summary>
    public Exemption? Exemption { get; init; }
}
