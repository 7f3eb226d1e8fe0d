using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Asking;

/// <summary>Loads what the page of a question needs.</summary>
public sealed class QuestionToAskQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when the part is not asked of this person, or the policy is signed.</returns>
    public async Task<QuestionToAsk?> ExecuteAsync(Actor actor, VersionId version, int ordinal, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        return
            await PolicyToReadQuery.LoadAsync(db, actor, version, today, cancellationToken) is { Attestation: null } policy && policy.Line(ordinal) is { } line
            ? new QuestionToAsk(policy, line.Part, await PeopleToAsk.ReadAsync(db, policy.Person, today, cancellationToken))
            : null;
    }
}
