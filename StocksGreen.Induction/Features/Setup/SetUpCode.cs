using System.Security.Cryptography;
using System.Text;

namespace StocksGreen.Induction.Features.Setup;

/// <summary>The one-time code that guards first-run set-up: anyone who can read the console owns the server.</summary>
public sealed class SetUpCode(ILogger<SetUpCode> log)
{
    private const int Length = 10;

    /// <summary>After so many wrong codes a new one is printed: guessing never gets near.</summary>
    private const int TriesPerCode = 5;

    // No letters or digits that look alike.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private readonly Lock gate = new();
    private string code = RandomNumberGenerator.GetString(Alphabet, Length);
    private int wrong;

    /// <summary>As printed on the console: "ABCDE-FGHJK".</summary>
    public string Printed
    {
        get
        {
            lock (gate)
            {
                return $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
            }
        }
    }

    /// <param name="typed">Case, spaces and the hyphen do not matter.</param>
    public bool IsRight(string typed)
    {
        var plain = new string([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        lock (gate)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(code)))
            {
                return true;
            }

            if (++wrong < TriesPerCode)
            {
                return false;
            }

            wrong = 0;
            code = RandomNumberGenerator.GetString(Alphabet, Length);
        }

        log.LogWarning("Five wrong set-up codes. The new code is {SetUpCode}", Printed);
        return false;
    }
}
