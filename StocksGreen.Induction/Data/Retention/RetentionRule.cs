namespace StocksGreen.Induction.Data.Retention;

/// <summary>How long one sort of thing is kept, and why. Pages and papers are written from these words, and deleting goes by the same names.</summary>
/// <param name="Name">"staff-record": stands in tombstones, so never rename one.</param>
/// <param name="What">What it is, as people say it.</param>
/// <param name="Period">How long, from when.</param>
/// <param name="Why">What it is needed for.</param>
/// <param name="Basis">Lawful basis under the UK GDPR.</param>
/// <param name="Readers">Who reads it.</param>
/// <param name="Tables">Types whose rows it governs.</param>
public sealed record RetentionRule(string Name, string What, string Period, string Why, string Basis, string Readers, IReadOnlyList<Type> Tables);
