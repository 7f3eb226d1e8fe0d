namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>What can be said of a file that someone dropped in.</summary>
/// <param name="Seal">Whether it is as the school gave it out.</param>
/// <param name="Title">What the file says it is; to be believed where the seal holds.</param>
/// <param name="Record">What the school's evidence says to the code in the file; null where it carries none, as a report does.</param>
public sealed record CheckedFile(PdfSignatureState Seal, string? Title, CheckedRecord? Record)
{
    /// <summary>When the seal was there already, as an outside time-stamp service says; null where none was asked.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>When this very file was given to the signer (UTC); null where it is another copy.</summary>
    public DateTimeOffset? GivenAt { get; init; }
}
