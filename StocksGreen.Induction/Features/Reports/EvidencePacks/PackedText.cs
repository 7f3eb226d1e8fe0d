using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>A published text in a pack.</summary>
/// <param name="TextHash">SHA-256 of the file's content, which each signature holds.</param>
/// <param name="File">Where it lies in the pack.</param>
/// <param name="Original">The document as the school published it; null where none was recorded.</param>
public sealed record PackedText(VersionId Version, string Title, int Number, DateOnly PublishedOn, string TextHash, string File, OriginalFile? Original = null)
{
    /// <summary>Which parts of the original it is, in words; null where it is all of it.</summary>
    public string? Extract { get; init; }

    /// <summary>The name that the original had at the school.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>How the original was read, and who decided what about it; null where there was nothing to decide.</summary>
    public FidelityRecord? Fidelity { get; init; }

    /// <summary>Where the same text lies as pages to be read and printed.</summary>
    public string PdfPath => $"{File[..^".md".Length]}.pdf";

    /// <summary>Where the original lies in the pack; null where there is none.</summary>
    public string? OriginalPath => Original is null ? null : $"{File[..^".md".Length]} original{FileTypes.Extension(Original.MediaType)}";
}
