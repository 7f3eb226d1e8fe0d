namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>What a pack will hold, before any of it is made.</summary>
/// <param name="Texts">The published texts that were signed, each once.</param>
public sealed record EvidencePackPlan(
    string School,
    bool IsDemonstration,
    EvidencePackSelection Selection,
    string SelectionInWords,
    IReadOnlyList<PackedSignature> Signatures,
    IReadOnlyList<PackedText> Texts
)
{
    private const int FilesOfEveryPack = 5; // index, how to check, list of signatures, certificate of the seal, list of hashes
    private const int FilesOfTheWholeSchool = 5; // matrix, register, the same as a workbook, what is missing, governors' report

    /// <summary>Whether the list of hashes is signed: while the school has no key it cannot be.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The induction records of everyone whom the pack is about, by name; none where it is about policies or groups.</summary>
    public IReadOnlyList<PackedRecord> Records { get; init; } = [];

    public int Files =>
        FilesOfEveryPack
        + (IsSigned ? 1 : 0)
        + Copies
        + (2 * Texts.Count)
        + Texts.Count(text => text.Original is not null)
        + (Selection.IsOfTheWholeSchool ? FilesOfTheWholeSchool : 0)
        + (Records.Count > 0 ? Records.Count + 1 : 0);

    public int Copies => Signatures.Count(signature => !signature.IsDeleted);

    /// <summary>"Evidence pack as at 2026-08-31.zip".</summary>
    public string FileName => FormattableString.Invariant($"Evidence pack as at {Selection.AsAt:yyyy-MM-dd}.zip");
}
