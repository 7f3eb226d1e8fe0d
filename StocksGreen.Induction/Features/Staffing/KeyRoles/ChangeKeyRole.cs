using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing.KeyRoles;

/// <summary>Gives a key role to somebody from a day on. Readers see it in every policy that names the role; nobody signs again.</summary>
public sealed class ChangeKeyRole(EvidenceWriter evidence, TimeProvider clock)
{
    private const int LongestHolder = 200;

    /// <param name="holder">Name or names as readers are to see them.</param>
    /// <returns>Every reason why not; empty when it is done. Null when the actor may not.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, KeyRole role, string holder, DateOnly? from, CancellationToken cancellationToken) => evidence.WriteAsync(
        async (db, log) =>
        {
            if (!Permissions.MayKeepRecords(actor))
            {
                return (IReadOnlyList<Refusal>?)null;
            }

            if (role is KeyRole.NamedGovernor && !Permissions.MayNameGovernor(actor))
            {
                return [new Refusal("holder", "Only the headteacher records who the named governor is: they read the headteacher’s own declarations.")];
            }

            var name = holder.Trim();
            var refusals = new List<Refusal>();
            var last = (await db.KeyRoleChanges.AsNoTracking().Where(change => change.Role == role).ToListAsync(cancellationToken)).OrderBy(change => change.From).ThenBy(change => change.EvidenceNumber).LastOrDefault();
            if (name.Length is 0 or > LongestHolder || name.Any(char.IsControl))
            {
                refusals.Add(new Refusal("holder", "Write the name as readers are to see it."));
            }
            else if (PrintedText.Refusal(name) is { } unprintable)
            {
                refusals.Add(new Refusal("holder", unprintable));
            }
            else if (string.Equals(last?.Holder, name, StringComparison.Ordinal))
            {
                refusals.Add(new Refusal("holder", $"{name} holds this role already."));
            }

            if (from is not { Year: >= 1990 and < 2100 })
            {
                refusals.Add(new Refusal("from", "Give the first day in the role."));
            }
            else if (last is not null && from < last.From)
            {
                refusals.Add(new Refusal("from", $"{last.Holder} holds the role from a later day on. Give a day from then."));
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            log.Record(new KeyRoleChange(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), role, name, from!.Value, actor.FullName));
            return [];
        },
        cancellationToken);
}
