namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>A document as it was chosen on the page that imports.</summary>
/// <param name="Policy">The policy that was chosen with it; null for none.</param>
public sealed record HeldDocument(byte[] Content, string FileName, Guid? Policy);
