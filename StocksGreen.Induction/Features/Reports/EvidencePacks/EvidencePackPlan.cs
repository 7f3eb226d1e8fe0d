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

    /// <summary>Whether the list of hashes is signed: while the school has no key it cannot be.</summary>
    public bool IsSigned { get; init; }

    public int Files =>
        FilesOfEveryPack + (IsSigned ? 1 : 0) + Copies + Texts.Count + Texts.Count(text => text.Original is not null) + (Selection.IsOfTheWholeSchool ? 1 : 0);

    public int Copies => Signatures.Count(signature => !signature.IsDeleted);

    /// <summary>"Evidence pack as at 2026-08-31.zip".</summary>
    public string FileName => FormattableString.Invariant($"Evidence pack as at {Selection.AsAt:yyyy-MM-dd}.zip");
}
