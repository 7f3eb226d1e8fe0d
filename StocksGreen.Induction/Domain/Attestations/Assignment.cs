using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>What of a version one person must read and sign.</summary>
/// <param name="Duty">Full or short signature; never a mere reminder.</param>
/// <param name="Shown">Ordinals that the person’s audience is shown, rising.</param>
/// <param name="Parts">Ordinals to confirm, rising: all that the person's audience is shown or, after an earlier signature, only what changed materially
/// since.</param>
/// <param name="Removed">Headings of parts that were materially removed since the earlier signature.</param>
/// <param name="Since">The earlier signature that what is left builds on; null where all of it is asked.</param>
public sealed record Assignment(Duty Duty, IReadOnlyList<int> Shown, IReadOnlyList<int> Parts, IReadOnlyList<string> Removed, EarlierSignature? Since)
{
    /// <summary>All of a version, signed in full.</summary>
    public static Assignment Whole(PolicyVersion version) => Create(Duty.FullSignature, [.. version.Parts.Select(part => part.Ordinal)]);

    /// <summary>All that an audience is shown.</summary>
    public static Assignment Create(Duty duty, IReadOnlyList<int> shown) => new(duty, shown, shown, [], null);

    /// <summary>True where only what changed is asked.</summary>
    public bool IsOfChangesOnly => Since is not null;
}
