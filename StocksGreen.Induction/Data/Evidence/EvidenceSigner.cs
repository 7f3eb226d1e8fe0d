using System.Text;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// Signs every entry of the evidence with the school's key, which lies outside the database: anyone who can write the file can compute each hash of a
/// forged chain, and none of its signatures. Which keys those are the evidence says itself (<see cref="NamedKeys"/>).
/// </summary>
public sealed class EvidenceSigner(DataFolder folder, SigningKeyStore keys)
{
    /// <summary>What signs the entries of one write.</summary>
    /// <exception cref="OperatorException">The key cannot be read: rather nothing is written than something that would not hold.</exception>
    public Action<EvidenceEntry> Signer() =>
        With(
            keys.Current()
                ?? throw new OperatorException(
                    $"The school’s key in {folder.Keys} cannot be read, so nothing can be added to the evidence. Start the server again, as the user "
                        + "whose key it is: it makes another where there is none."
                )
        );

    /// <summary>What signs entries with one key.</summary>
    public static Action<EvidenceEntry> With(SigningKey key)
    {
        var (id, sign) = (key.Id, key.Signer());
        return entry => entry.Sign(id, sign(Bytes(entry)));
    }

    /// <summary>What is signed of an entry.</summary>
    internal static byte[] Bytes(EvidenceEntry entry) => Encoding.UTF8.GetBytes(EvidenceHash.CanonicalText(entry));
}
