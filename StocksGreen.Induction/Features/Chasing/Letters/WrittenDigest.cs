namespace StocksGreen.Induction.Features.Chasing.Letters;

/// <summary>A mail as it will be read.</summary>
/// <param name="Html">A whole document that says the same as the plain text.</param>
/// <param name="ShortText">The plain text without its list, for links to mail programs that take no long ones.</param>
public sealed record WrittenDigest(string Subject, string Text, string Html, string ShortText);
