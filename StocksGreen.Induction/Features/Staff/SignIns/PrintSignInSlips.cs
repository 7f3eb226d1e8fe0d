using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.SignIns;

/// <summary>Makes a one-time link and code for each of some people, to be printed and handed over, and records that it did. Neither is kept.</summary>
public sealed class PrintSignInSlips(
    AccountService accounts,
    OneTimeCodeService codes,
    EvidenceWriter evidence,
    SchoolAddress address,
    IDbContextFactory<InductionDb> factory,
    AccessLog told,
    TimeProvider clock
)
{
    /// <returns>
    /// Slips for those who may be given a way in, with a link that leads to the address in the settings; not found when the actor may not, or there is nobody
    /// like that.
    /// </returns>
    public async Task<Result<SignInSlips>> ExecuteAsync(Actor actor, IReadOnlyCollection<StaffId> people, CancellationToken cancellationToken)
    {
        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        if (address.Of(Urls.Kiosk) is not { } device)
        {
            return Result.NotFound;
        }

        var given = await evidence.WriteAsync<IReadOnlyList<(StaffMember Person, Guid Given)>>(
            async (db, log) =>
            {
                var found = await SignInGrants.ReadAsync(db, actor, people, LondonTime.DateIn(now), cancellationToken);
                StaffMember[] may = [.. found.Where(one => one.WhyNot is null).Select(one => one.Person)];
                return [.. may.Select(person => (person, SignInGrants.Remember(log, person.Id, SignInWay.Slip, actor, now).Id))];
            },
            cancellationToken
        );
        var slips = new List<SignInSlip>(given.Count);
        foreach (var (person, record) in given)
        {
            // The code comes first: someone without an e-mail gets an account with it.
            if (
                await codes.IssueAsync(person.Id, AccountService.LinkLife, record, cancellationToken) is { } code
                && await accounts.IssueLinkAsync(person.Id, cancellationToken, record) is { } secret
                && address.Of(Urls.SignInLink(secret)) is { } link
            )
            {
                slips.Add(new SignInSlip(person.FullName, person.JobTitle, link, $"{code[..3]} {code[3..]}"));
                await told.AddAsync(AccessAct.LinkMade, actor.StaffId, person.Id, "with a code, on a slip");
            }
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return slips.Count > 0 && await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } school
            ? new SignInSlips
            {
                School = school.Name,
                MadeAt = now,
                Until = now + AccountService.LinkLife,
                Device = device,
                Slips = slips,
                IsDemonstration = school.IsDemonstration,
            }
            : Result.NotFound;
    }
}
