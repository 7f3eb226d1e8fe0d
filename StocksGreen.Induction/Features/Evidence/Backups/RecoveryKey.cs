using System.Security.Cryptography;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>What the school keeps on paper to open the keys in its back-ups: 25 letters and digits in five groups.</summary>
/// <param name="Text">"ABCDE-FGHJK-MNPQR-STUVW-XYZ23".</param>
internal sealed record RecoveryKey(string Text)
{
    // Nothing that is taken for something else on paper: no I and 1, no L, no O and 0.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Groups = 5;
    private const int InGroup = 5;
    private const int Bits = 256;

    /// <summary>A new one, which no one can guess: 123 bits.</summary>
    internal static RecoveryKey Create() => Of(RandomNumberGenerator.GetString(Alphabet, Groups * InGroup));

    /// <summary>One as someone types it, with or without gaps and in either case.</summary>
    /// <returns>Null for what cannot be one.</returns>
    internal static RecoveryKey? Parse(string? typed)
    {
        var letters = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit));
        return letters.Length == Groups * InGroup && letters.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? Of(letters) : null;
    }

    /// <summary>The key that closes and opens the school's keys.</summary>
    internal byte[] Derive(KeyLock by) => Rfc2898DeriveBytes.Pbkdf2(Text, Convert.FromBase64String(by.Salt), by.Iterations, HashAlgorithmName.SHA256, Bits / 8);

    private static RecoveryKey Of(string letters) => new(string.Join('-', letters.Chunk(InGroup).Select(group => new string(group))));
}
