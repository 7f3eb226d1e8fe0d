using System.Globalization;

namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>What is sealed with a version about how its document was read.</summary>
/// <param name="SourceWords">Counted from the document; null where no one has counted.</param>
/// <param name="ResultWords">Counted from what the import made of it.</param>
/// <param name="Decided">What stopped its publication until a person decided.</param>
public sealed record FidelityRecord(int? SourceWords, int ResultWords, IReadOnlyList<DecidedPoint> Decided)
{
    /// <summary>"The document has 2,310 words without what was left out, and what was read from it 2,310"; that no one counted, where no one did.</summary>
    public string CountInWords() =>
        SourceWords is { } source
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The document has {source:N0} words without what was left out, and what was read from it {ResultWords:N0}"
            )
            : "The words of the document were not counted";
}
