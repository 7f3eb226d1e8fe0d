using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Privacy;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>A request about personal data and what became of it.</summary>
/// <param name="FullName">Of the person who asked.</param>
/// <param name="Answer">Null while it waits.</param>
public sealed record KnownRequest(PrivacyRequest Request, string FullName, PrivacyAnswer? Answer);

/// <summary>Requests about personal data, and whom people turn to.</summary>
public sealed class PrivacyQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>Null until the headteacher has entered it.</returns>
    public async Task<PrivacyContact?> ContactAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.PrivacyContacts.AsNoTracking().OrderByDescending(row => row.EvidenceNumber).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>Those that the actor may answer, or has answered: what waits first, the oldest first.</returns>
    public async Task<IReadOnlyList<KnownRequest>> RequestsAsync(Actor actor, CancellationToken cancellationToken) =>
        [
            .. (await LoadAsync(null, cancellationToken))
                .Where(request => Permissions.MayAnswerPrivacy(actor, request.Request))
                .OrderBy(request => request.Answer is not null)
                .ThenBy(request => request.Request.At),
        ];

    /// <returns>The actor's own, the latest first.</returns>
    public async Task<IReadOnlyList<KnownRequest>> OwnAsync(Actor actor, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(actor, cancellationToken)).OrderByDescending(request => request.Request.At)];

    private async Task<List<KnownRequest>> LoadAsync(Actor? only, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var requests = db.PrivacyRequests.AsNoTracking();
        if (only is not null)
        {
            requests = requests.Where(row => row.StaffId == only.StaffId);
        }

        var found = await (
            from request in requests
            join person in db.People on request.StaffId equals person.Id
            from answer in db.PrivacyAnswers.Where(answer => answer.RequestId == request.Id).DefaultIfEmpty()
            select new
            {
                request,
                person.FullName,
                answer,
            }
        ).ToListAsync(cancellationToken);
        return [.. found.Select(row => new KnownRequest(row.request, row.FullName, row.answer))];
    }
}
