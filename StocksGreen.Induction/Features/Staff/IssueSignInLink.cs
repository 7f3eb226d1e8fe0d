using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Makes a one-time link that the office hands to a person who cannot sign in.</summary>
public sealed class IssueSignInLink(AccountService keeper, PeopleQuery people, KeyRoleHolders holders)
{
    /// <returns>The secret of the link; not found when the actor may not, or the person has no account.</returns>
    /// <remarks>A link opens the person's account, so the office makes none for those who may do more than the office may give.</remarks>
    public async Task<Result<string>> ExecuteAsync(Actor actor, StaffId person, CancellationToken cancellationToken)
    {
        var roles = await people.RolesOfAsync(person, cancellationToken);
        return
            roles is { } known
            && Permissions.MayManageStaff(actor)
            && Permissions.MayGiveRoles(actor, known)
            && await holders.MayOpenAccountAsync(actor, person, cancellationToken)
            && await keeper.IssueLinkAsync(person, cancellationToken) is { } secret
            ? secret
            : Result.NotFound;
    }
}
