using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Declarations;

/// <summary>One line of the restricted register.</summary>
/// <param name="FullName">Of the person who declared.</param>
public sealed record RegisteredDeclaration(DeclarationRecord Record, string FullName, string JobTitle);

/// <summary>Loads declarations for those who may read them.</summary>
public sealed class DeclarationsQuery(IDbContextFactory<InductionDb> factory, AccessLog told, TimeProvider clock)
{
    /// <returns>What the actor may read, that which waits first; null for those who keep no register: it then looks as if there were none.</returns>
    /// <exception cref="UntoldViewException">That they were looked at could not be recorded.</exception>
    public async Task<IReadOnlyList<RegisteredDeclaration>?> RegisterAsync(Actor actor, CancellationToken cancellationToken)
    {
        var register = await ReadAsync(actor, cancellationToken);
        await TellAsync(register is not null, AccessAct.DeclarationsViewed, actor, about: null);
        return register;
    }

    /// <returns>Null for those who may not read it, and where there is none.</returns>
    /// <exception cref="UntoldViewException">That it was looked at could not be recorded.</exception>
    public async Task<RegisteredDeclaration?> ExecuteAsync(Actor actor, Guid declaration, CancellationToken cancellationToken)
    {
        var line = (await ReadAsync(actor, cancellationToken))?.FirstOrDefault(known => known.Record.Declaration.Id == declaration);
        await TellAsync(line is not null, AccessAct.DeclarationViewed, actor, line?.Record.Declaration.StaffId);
        return line;
    }

    /// <summary>What is read by few is shown only if it is known who looked.</summary>
    private async Task TellAsync(bool isShown, AccessAct act, Actor actor, StaffId? about)
    {
        if (isShown && !await told.AddAsync(act, actor.StaffId, about))
        {
            throw new UntoldViewException();
        }
    }

    private async Task<IReadOnlyList<RegisteredDeclaration>?> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var isNamedGovernor = await KeyRoleHolders.IsNamedGovernorAsync(db, actor, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
        if (!isNamedGovernor && (actor.Roles & (AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead)) == AccessRoles.None)
        {
            return null;
        }

        var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);
        return
        [
            .. (await LoadAsync(db, null, cancellationToken))
                .Where(record => Permissions.MayKeepDeclaration(actor, record.Declaration, isNamedGovernor))
                .OrderBy(record => record.Latest is not null)
                .ThenBy(record => record.Latest?.Decision.ReviewOn ?? DateOnly.MaxValue)
                .ThenBy(record => record.Declaration.At)
                .Select(record => new RegisteredDeclaration(record, people[record.Declaration.StaffId].FullName, people[record.Declaration.StaffId].JobTitle)),
        ];
    }

    /// <returns>The actor's own, latest first.</returns>
    public async Task<IReadOnlyList<DeclarationRecord>> OwnAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return Permissions.MayRead(actor) && Permissions.MayOpenOwnDeclarations(actor)
            ? [.. (await LoadAsync(db, actor.StaffId, cancellationToken)).Reverse()]
            : [];
    }

    private static async Task<IReadOnlyList<DeclarationRecord>> LoadAsync(InductionDb db, StaffId? only, CancellationToken cancellationToken)
    {
        var person = only ?? default;
        return DeclarationRecord.Join(
            await db.Declarations.AsNoTracking().Where(row => only == null || row.StaffId == person).ToListAsync(cancellationToken),
            await db.DeclarationDecisions.AsNoTracking().ToListAsync(cancellationToken),
            await db.DeclarationAcknowledgements.AsNoTracking().ToListAsync(cancellationToken)
        );
    }
}
