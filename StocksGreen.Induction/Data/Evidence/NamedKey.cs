using System.Security.Cryptography.X509Certificates;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>A key that the evidence names.</summary>
/// <param name="Fingerprint">SHA-256 of its certificate, 64 hexadecimal digits.</param>
/// <param name="Entry">That names it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsVouchedFor">False where the key before it was lost, so that only the new one says that it is the school's.</param>
public sealed record NamedKey(X509Certificate2 Certificate, string Fingerprint, long Entry, DateTimeOffset At, bool IsVouchedFor)
{
    /// <summary>What to know of a key that no earlier one vouches for; it stands on every paper from then on.</summary>
    public string Warning =>
        FormattableString.Invariant($"The school’s earlier key was lost. Since {LondonTime.ToWords(LondonTime.DateIn(At))} it signs with one that the earlier ")
        + FormattableString.Invariant($"one does not vouch for (evidence entry {Entry}, certificate {Fingerprint}).");
}
