namespace StocksGreen.Induction.Features.Mailing.Writing;

/// <summary>A mail as it will be read.</summary>
/// <param name="Html">A whole document that says the same as the plain text.</param>
public sealed record WrittenDigest(string Subject, string Text, string Html);
