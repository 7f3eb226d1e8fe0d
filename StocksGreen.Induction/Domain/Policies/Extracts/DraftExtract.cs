namespace StocksGreen.Induction.Domain.Policies.Extracts;

/// <summary>That a draft holds only some parts of its document.</summary>
/// <param name="Document">Title of the document, as it stood when parts were first chosen.</param>
/// <param name="LeftOut">What was left out, in the order of leaving out.</param>
/// <param name="By">Name of who chose last, as at choosing.</param>
/// <param name="At">UTC.</param>
public sealed record DraftExtract(string Document, IReadOnlyList<LeftOutPart> LeftOut, string By, DateTimeOffset At);
