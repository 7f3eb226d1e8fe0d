using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Staff.SignIns;

/// <summary>Makes a one-time code with which someone signs in at the school's own device, also who has no e-mail, and records that it did.</summary>
public sealed class IssueSignInCode(OneTimeCodeService codes, EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    /// <returns>Six digits; not found when the actor may not, or there is no such person in the school.</returns>
    public Task<Result<string>> ExecuteAsync(Actor actor, StaffId person, CancellationToken cancellationToken) =>
        MakeAsync(actor, person, cancellationToken).ToldAsync(told, AccessAct.CodeMade, actor, person);

    private async Task<Result<string>> MakeAsync(Actor actor, StaffId person, CancellationToken cancellationToken) =>
        await evidence.GiveAsync(actor, person, SignInWay.Code, clock, cancellationToken) is { Id: var given }
        && await codes.IssueAsync(person, OneTimeCodeService.CodeLife, given, cancellationToken) is { } code
            ? code
            : Result.NotFound;
}
