namespace StocksGreen.Induction.Domain.Access;

/// <summary>How and when a person proved who they are.</summary>
/// <param name="Method">"password", "one-time link"; printed on certificates.</param>
/// <param name="At">UTC.</param>
public sealed record IdentityProof(string Method, DateTimeOffset At);
