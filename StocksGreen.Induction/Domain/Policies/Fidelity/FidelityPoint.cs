namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>One thing that a person must decide before a policy is published.</summary>
/// <param name="Key">Names it within its draft.</param>
/// <param name="Text">Its words; of a picture without a description its SHA-256, of a page that of its words, empty while it has none.</param>
/// <param name="Where">Where it stands, in words.</param>
public sealed record FidelityPoint(string Key, FidelityKind Kind, string Text, string Where)
{
    /// <summary>What may be decided about it; empty for what is settled only by changing the text.</summary>
    public IReadOnlyList<FidelityChoice> Choices =>
        Kind switch
        {
            FidelityKind.NotDescribed => [],
            FidelityKind.PageText => Text.Length == 0 ? [] : [FidelityChoice.Confirmed],
            FidelityKind.Placeholder => [FidelityChoice.Stays],
            FidelityKind.StruckOut
            or FidelityKind.Hidden
            or FidelityKind.Watermark
            or FidelityKind.Picture
            or FidelityKind.Symbol
            or FidelityKind.Object
            or FidelityKind.MissingWords => [FidelityChoice.LeaveOut, FidelityChoice.PutIn],
        };
}
