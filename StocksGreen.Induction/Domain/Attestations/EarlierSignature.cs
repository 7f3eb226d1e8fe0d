using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>A person's signature of an earlier version, which stays valid for that version's text.</summary>
public sealed record EarlierSignature(Attestation Attestation, PolicyVersion Version);
