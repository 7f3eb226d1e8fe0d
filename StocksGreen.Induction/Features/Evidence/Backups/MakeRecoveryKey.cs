using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>Makes the key that opens the school's keys in its back-ups. It is shown once.</summary>
public sealed class MakeRecoveryKey(RecoveryKeyStore keys, AccessLog told)
{
    /// <returns>As it is to be printed.</returns>
    public Task<Result<string>> ExecuteAsync(Actor actor) =>
        Task.FromResult<Result<string>>(Permissions.MayBackUp(actor) ? keys.Create().Text : Result.NotFound).ToldAsync(told, AccessAct.RecoveryKeyMade, actor);
}
