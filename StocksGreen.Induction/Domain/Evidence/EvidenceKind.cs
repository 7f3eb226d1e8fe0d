using System.Reflection;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What an entry of the evidence proves. Names are stored and sealed: never rename one.</summary>
/// <param name="Name">"PolicySigned"; each stands once in an <see cref="EvidenceAttribute"/>, but for those whose entries have no row.</param>
public readonly record struct EvidenceKind(string Name)
{
    /// <summary>That the school was set up, and with which key (<see cref="SetUpFacts"/>); it has no row of its own.</summary>
    public static EvidenceKind SchoolSetUp => new(nameof(SchoolSetUp));

    /// <summary>That another key signs from the next entry on (<see cref="KeyChangeFacts"/>); it has no row of its own.</summary>
    public static EvidenceKind KeyTakenIntoUse => new(nameof(KeyTakenIntoUse));

    /// <summary>That the server's clock says an earlier time than before (<see cref="ClockFacts"/>); it has no row of its own.</summary>
    public static EvidenceKind ClockWentBack => new(nameof(ClockWentBack));

    /// <summary>That the store went on from a back-up (<see cref="RestoreFacts"/>); it has no row of its own.</summary>
    public static EvidenceKind StoreRestored => new(nameof(StoreRestored));

    /// <summary>That an outside service stamped a seal for the first time (<see cref="StampServiceFacts"/>); it has no row of its own.</summary>
    public static EvidenceKind StampServiceNamed => new(nameof(StampServiceNamed));

    /// <summary>That retention emptied the facts of another entry (<see cref="PurgeFacts"/>); it has no row of its own.</summary>
    public static EvidenceKind PayloadPurged => new(nameof(PayloadPurged));

    public static EvidenceKind PolicyPublished => new(nameof(PolicyPublished));

    public static EvidenceKind SectionConfirmed => new(nameof(SectionConfirmed));

    public static EvidenceKind PolicySigned => new(nameof(PolicySigned));

    /// <summary>What rows of a type prove.</summary>
    /// <exception cref="InvalidOperationException">The type has no <see cref="EvidenceAttribute"/>.</exception>
    public static EvidenceKind Of<T>() => Of(typeof(T));

    /// <inheritdoc cref="Of{T}"/>
    public static EvidenceKind Of(Type row) =>
        row.GetCustomAttribute<EvidenceAttribute>() is { } evidence
            ? new EvidenceKind(evidence.Kind)
            : throw new InvalidOperationException($"{row.Name} is no evidence.");

    public override string ToString() => Name;
}
