namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>A checkpoint with its signatures, as a signed note of C2SP (c2sp.org/signed-note): the text, a blank line, a line for each signature.</summary>
/// <param name="Signatures">Each with the name of its key; four bytes that tell keys apart come before the signature itself.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, IReadOnlyList<(string Name, byte[] Value)> Signatures)
{
    private const string Mark = "— ";

    /// <summary>"…\n\n— name base64\n".</summary>
    public override string ToString() =>
        $"{Checkpoint.ToText()}\n{string.Concat(Signatures.Select(signature => $"{Mark}{signature.Name} {Convert.ToBase64String(signature.Value)}\n"))}";

    /// <summary>Every checkpoint that stands in a text, among whatever else: a file of many, or a letter. Mail programs may have broken long lines.</summary>
    public static IReadOnlyList<SignedCheckpoint> FindIn(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var found = new List<SignedCheckpoint>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (
                lines[i].StartsWith(Checkpoint.Log, StringComparison.Ordinal)
                && lines.IndexOf("", i) is var blank and >= 0
                && Checkpoint.Parse(string.Concat(lines[i..blank].Select(line => line + "\n"))) is { } checkpoint
            )
            {
                found.Add(new SignedCheckpoint(checkpoint, [.. SignaturesFrom(lines, blank + 1)]));
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, byte[] Value)> SignaturesFrom(List<string> lines, int first)
    {
        for (var i = first; i < lines.Count && lines[i].StartsWith(Mark, StringComparison.Ordinal); )
        {
            var signature = lines[i++][Mark.Length..];
            while (i < lines.Count && lines[i].Length > 0 && !lines[i].StartsWith(Mark, StringComparison.Ordinal))
            {
                // A name ends in a space, and Base64 has none.
                signature += (signature.Contains(' ', StringComparison.Ordinal) ? "" : " ") + lines[i++];
            }

            var space = signature.IndexOf(' ', StringComparison.Ordinal);
            var value = new byte[signature.Length];
            if (space > 0 && Convert.TryFromBase64String(signature[(space + 1)..], value, out var length) && length > 4)
            {
                yield return (signature[..space], value[..length]);
            }
        }
    }
}
