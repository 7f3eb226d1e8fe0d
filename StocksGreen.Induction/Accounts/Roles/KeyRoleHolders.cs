using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts.Roles;

/// <summary>Whether someone who is signed in holds a key role: that is kept by name and from a day on, and no account says it.</summary>
public sealed class KeyRoleHolders(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>True for a governor who bears the name that the school keeps as its named governor's today.</summary>
    public async Task<bool> IsNamedGovernorAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await IsNamedGovernorAsync(db, actor, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Whether a governor of this name is the named governor today, or will be from a day that is recorded already.</summary>
    public static async Task<bool> IsGovernorsNameAsync(InductionDb db, string fullName, DateOnly today, CancellationToken cancellationToken) =>
        IsGovernorsName(fullName, await ReadAsync(db, cancellationToken), today);

    /// <summary>The same question, for many names of one list.</summary>
    /// <param name="changes">All that is recorded of key roles.</param>
    public static bool IsGovernorsName(string fullName, IReadOnlyList<KeyRoleChange> changes, DateOnly today) =>
        changes.Select(change => change.From).Where(day => day > today).Append(today).Any(day => NamedGovernor.Is(fullName, KeyRoleChange.On(day, changes)));

    /// <summary>All that is recorded of key roles.</summary>
    public static async Task<IReadOnlyList<KeyRoleChange>> ReadAsync(InductionDb db, CancellationToken cancellationToken) =>
        await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>The question of someone who is signed in, inside a command's own transaction.</summary>
    public static async Task<bool> IsNamedGovernorAsync(InductionDb db, Actor actor, DateOnly today, CancellationToken cancellationToken) =>
        actor.Roles.HasFlag(AccessRoles.Governor) && NamedGovernor.Is(actor.FullName, KeyRoleChange.On(today, await ReadAsync(db, cancellationToken)));
}
