using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Everything round a signature that the signer does not type.</summary>
/// <param name="At">UTC, from the server's clock.</param>
/// <param name="Statements">The words that were on the page.</param>
/// <param name="DueOn">Last day on which signing is in time.</param>
/// <param name="Software">Name and version of this program.</param>
/// <param name="IsDemonstration">True in a demonstration, where people are invented; sealed so that no such copy passes for a real one.</param>
/// <param name="KeyRoles">Who holds the key roles on the day, where the school keeps them.</param>
public sealed record SigningContext(
    AttestationId Id,
    Actor Actor,
    StaffMember Signer,
    string School,
    Statements Statements,
    DateOnly DueOn,
    DateTimeOffset At,
    string Software,
    bool IsDemonstration,
    IReadOnlyDictionary<KeyRole, KeyRoleChange> KeyRoles
)
{
    /// <summary>How identity was shown again for this signature: "password"; null where it was not.</summary>
    public string? ProvedAgain { get; init; }

    /// <summary>Whether the signer has a password, or a passkey that can be shown where they are.</summary>
    public bool HasOwnProof { get; init; }

    /// <summary>Of the restricted register, to be used where there is something to discuss.</summary>
    public Guid DeclarationId { get; init; }

    /// <summary>32 random hexadecimal digits, sealed with what was declared.</summary>
    public string Salt { get; init; } = "";

    /// <summary>Other ways that the signer asked for.</summary>
    public IReadOnlyList<AttestationFacts.AdjustmentFacts> Adjustments { get; init; } = [];

    /// <summary>Talks of the signer's induction that were held by now.</summary>
    public IReadOnlyList<AttestationFacts.BriefingFacts> Briefings { get; init; } = [];

    /// <summary>How the signer came to be asked; null where it is not known.</summary>
    public AttestationFacts.PathFacts? Path { get; init; }

    /// <summary>The signature on paper; null for one on a screen.</summary>
    public AttestationFacts.PaperFacts? Paper { get; init; }
}
