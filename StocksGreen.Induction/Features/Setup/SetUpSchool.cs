using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Access.Passwords;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Setup;

/// <summary>First-run set-up: the school and its headteacher's account, once.</summary>
public sealed class SetUpSchool(
    SchoolStore store,
    EvidenceWriter evidence,
    IDbContextFactory<InductionDb> factory,
    AccountService keeper,
    SigningKeyStore keys,
    TimeProvider clock
)
{
    /// <summary>True from the moment there is a school; set-up is then gone.</summary>
    public async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Schools.AnyAsync(cancellationToken);
    }

    public Task<Result<Unit>> ExecuteAsync(SetUpForm form, bool isDemonstration, CancellationToken cancellationToken) =>
        store.SettingUp.RunAsync(() => SetUpAsync(form, isDemonstration, cancellationToken), cancellationToken);

    private async Task<Result<Unit>> SetUpAsync(SetUpForm form, bool isDemonstration, CancellationToken cancellationToken)
    {
        if (await IsDoneAsync(cancellationToken))
        {
            return Result.Invalid(nameof(SetUpForm.Code), "Set-up has been done already.");
        }

        if (
            PlainLine
                .Errors((nameof(form.SchoolName), form.SchoolName), (nameof(form.HeadteacherName), form.HeadteacherName), (nameof(form.Email), form.Email))
                .ToList()
            is [_, ..] unseen
        )
        {
            return Result.Invalid(unseen);
        }

        if (PasswordRules.WhyNot(form.Password, [form.HeadteacherName, form.Email, form.SchoolName]) is { } weak)
        {
            return Result.Invalid(nameof(SetUpForm.Password), weak);
        }

        // The account comes first: Identity writes it by its own store, and without a school no one can use it. A try that stopped half-way is taken up.
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var roles =
            AccessRoles.Staff | AccessRoles.Headteacher | (form.IsDesignatedSafeguardingLead ? AccessRoles.DesignatedSafeguardingLead : AccessRoles.None);
        var headteacher = new StaffMember(StaffId.New(), form.HeadteacherName.Trim(), form.Email.Trim(), "Headteacher", Audience.Employee, today);
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            await db.Users.ExecuteDeleteAsync(cancellationToken);
            await db.People.ExecuteDeleteAsync(cancellationToken);
            db.People.Add(headteacher);
            await db.SaveChangesAsync(cancellationToken);
        }

        if (await keeper.CreateAsync(headteacher.Id, form.Email.Trim(), roles, form.Password) is [_, ..] sentences)
        {
            return Result.Invalid([.. sentences.Select(sentence => new ValidationError(nameof(SetUpForm.Password), sentence))]);
        }

        var key = keys.Create(form.SchoolName.Trim());
        keys.TakeIntoUse(key);
        await evidence.WriteAsync(
            (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                db.Schools.Add(new School(form.SchoolName.Trim(), now, isDemonstration));
                var facts = SetUpFacts.Of(form.SchoolName.Trim(), Software.NameAndVersion, isDemonstration, KeyFacts.Of(key.Certificate));
                log.Append(EvidenceKind.SchoolSetUp, now, headteacher.Id.ToString(), facts.ToJson());
                log.RecordAdded(headteacher, now, by: null, source: null);
                return Task.FromResult(true);
            },
            cancellationToken
        );
        return Result.Done;
    }
}
