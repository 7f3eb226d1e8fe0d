using System.Data.Common;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>Whether the key that signs evidence can be read. A school that is not set up has none yet, and nothing to sign.</summary>
internal sealed class SigningKeyHealthCheck(SigningKeyStore keys, CurrentSchool school) : StoreHealthCheck
{
    protected override string Refusal =>
        "The key that signs evidence cannot be read: restore the folder “keys” from the last back-up, or make another key with the command “seal new”.";

    protected override async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await school.GetAsync(cancellationToken) is null || keys.Current() is not null ? null : Refusal;
        }
        catch (DbException)
        {
            // Whether there is a school cannot be told; the check of the database says why.
            return null;
        }
    }
}
