using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.KeyRoles;

/// <summary>Gives a key role to someone from a day on. Readers see it in every policy that names the role; no one signs again.</summary>
public sealed class ChangeKeyRole(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    private const int LongestHolder = 200;

    /// <param name="holder">Name or names as readers are to see them.</param>
    /// <returns>Not found when the actor may not.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, KeyRole role, string holder, DateOnly? from, CancellationToken cancellationToken) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (!Permissions.MayKeepRecords(actor))
                    {
                        return Result.NotFound;
                    }

                    if (!Enum.IsDefined(role))
                    {
                        return Result.Invalid("Role", "Choose the role that changes hands.");
                    }

                    if (role is KeyRole.NamedGovernor && !Permissions.MayNameGovernor(actor))
                    {
                        return Result.Invalid(
                            "Holder",
                            "Only the headteacher records who the named governor is: they read the headteacher’s own declarations."
                        );
                    }

                    var name = holder.Trim();
                    var errors = new List<ValidationError>();
                    var last = (await db.KeyRoleChanges.AsNoTracking().Where(change => change.Role == role).ToListAsync(cancellationToken))
                        .OrderBy(change => change.From)
                        .ThenBy(change => change.EvidenceNumber)
                        .LastOrDefault();
                    if (name.Length is 0 or > LongestHolder || PlainLine.HasUnseen(name))
                    {
                        errors.Add(new ValidationError("Holder", "Write the name as readers are to see it."));
                    }
                    else if (string.Equals(last?.Holder, name, StringComparison.Ordinal))
                    {
                        errors.Add(new ValidationError("Holder", $"{name} holds this role already."));
                    }

                    if (from is not { Year: >= 1990 and < 2100 })
                    {
                        errors.Add(new ValidationError("From", "Give the first day in the role."));
                    }
                    else if (last is not null && from < last.From)
                    {
                        errors.Add(new ValidationError("From", $"{last.Holder} holds the role from a later day on. Give a day from then."));
                    }

                    if (errors.Count > 0)
                    {
                        return Result.Invalid(errors);
                    }

                    log.Record(new KeyRoleChange(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), role, name, from!.Value, actor.FullName));
                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.KeyRoleChanged, actor, what: Enum.IsDefined(role) ? role.Words() : "");
}
