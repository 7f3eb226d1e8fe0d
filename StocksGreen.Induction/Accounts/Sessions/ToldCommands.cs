using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Tells the access log of commands.</summary>
public static class ToldCommands
{
    /// <summary>Adds a line once the command is done; of one that was refused there is none.</summary>
    /// <param name="about">Whom it concerns, if another person.</param>
    /// <param name="what">More about it: "term dates".</param>
    /// <returns>What the command answered.</returns>
    public static async Task<Result<T>> ToldAsync<T>(
        this Task<Result<T>> command,
        AccessLog told,
        AccessAct act,
        Actor by,
        StaffId? about = null,
        string what = ""
    )
    {
        var result = await command;
        if (result is Result<T>.Done)
        {
            await told.AddAsync(act, by.StaffId, about, what);
        }

        return result;
    }
}
