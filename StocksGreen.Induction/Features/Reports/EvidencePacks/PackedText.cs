using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>A published text in a pack.</summary>
/// <param name="TextHash">SHA-256 of the file's content, which each signature holds.</param>
/// <param name="File">Where it lies in the pack.</param>
public sealed record PackedText(VersionId Version, string Title, int Number, DateOnly PublishedOn, string TextHash, string File);
