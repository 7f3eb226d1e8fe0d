using System.Text.Json.Serialization;

namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A picture; its bytes are kept apart, under their hash.</summary>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">"image/png", "image/jpeg", "image/gif" or "image/svg+xml".</param>
/// <param name="Alt">What it shows, in words; null while no one has said, empty for one that is decorative.</param>
/// <param name="Width">Pixels at which it is shown; 0 where not known.</param>
/// <param name="Height">Pixels at which it is shown; 0 where not known.</param>
public sealed record Picture(string Sha256, string MediaType, string? Alt, int Width, int Height) : Block
{
    /// <summary>True for the picture of a whole page of a document that is published as pages: its words stand as text in the same section.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPage { get; init; }

    public bool IsDecorative => Alt is { Length: 0 };
}
