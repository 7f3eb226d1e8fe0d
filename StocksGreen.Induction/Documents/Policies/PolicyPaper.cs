using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>A policy to be given out as a document of its own.</summary>
/// <param name="School">Whose it is.</param>
/// <param name="Standing">"Version 3, published 14 September 2026", or that it is a draft.</param>
/// <param name="TextHash">SHA-256 of its canonical text, 64 hexadecimal digits.</param>
/// <param name="At">UTC; when the version was published or the draft was changed. Stands in the file's metadata only.</param>
/// <param name="PictureOf">The bytes of a picture by its SHA-256; null where they are not to be had, so that its description stands in its place.</param>
public sealed record PolicyPaper(
    PolicyContent Text,
    string School,
    string Standing,
    string TextHash,
    DateTimeOffset At,
    Func<string, ReadOnlyMemory<byte>?> PictureOf
)
{
    /// <summary>True for a text that no one has published.</summary>
    public bool IsDraft { get; init; }

    /// <summary>True for a file that will carry the school's seal.</summary>
    public bool IsSealed { get; init; }
}
