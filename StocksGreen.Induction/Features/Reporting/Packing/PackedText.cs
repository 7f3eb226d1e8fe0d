using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Reporting.Packing;

/// <summary>A published text in a pack.</summary>
/// <param name="TextHash">SHA-256 of the file's content, which is what signatures seal.</param>
/// <param name="File">Where it lies in the pack.</param>
public sealed record PackedText(VersionId Version, string Title, int Number, DateOnly PublishedOn, string TextHash, string File);
