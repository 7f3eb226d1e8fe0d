using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Files;

/// <summary>The document that a policy was read from, as the school published it; its bytes are kept apart, under their hash.</summary>
/// <param name="MediaType">"application/pdf"; by what the file holds, and by its name only where texts look alike.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
public sealed record OriginalFile(string MediaType, int Bytes, string Sha256)
{
    /// <summary>Describes a file that an import has read.</summary>
    /// <param name="fileName">The name it had.</param>
    public static OriginalFile From(byte[] content, string fileName) =>
        new(FileTypes.OfDocument(content, fileName), content.Length, Sha256Hex.Compute(content));

    /// <summary>True where every browser shows it without running anything of it.</summary>
    [JsonIgnore]
    public bool IsPdf => MediaType == FileTypes.Pdf;

    /// <summary>"Word document, 1.2 MB".</summary>
    [JsonIgnore]
    public string InWords => $"{FileTypes.InWords(MediaType)}, {FileTypes.SizeInWords(Bytes)}";
}
