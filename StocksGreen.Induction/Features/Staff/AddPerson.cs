using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Adds a person, and an account for those who have an e-mail.</summary>
public sealed class AddPerson(EvidenceWriter evidence, AccountService keeper, TimeProvider clock)
{
    /// <param name="password">Null for everyone but the demonstration: real people come in by a one-time link.</param>
    /// <returns>The person, or what is wrong with the form; not found when the actor may not.</returns>
    public async Task<Result<StaffId>> ExecuteAsync(Actor actor, PersonForm form, string? password, CancellationToken cancellationToken)
    {
        var roles = (form.IsOffice ? AccessRoles.Office : AccessRoles.None) | (form.Audience is Audience.Governor ? AccessRoles.Governor : AccessRoles.None);
        if (!Permissions.MayManageStaff(actor))
        {
            return Result.NotFound;
        }

        if (!Permissions.MayGiveRoles(actor, roles))
        {
            return Result.Invalid(nameof(PersonForm.IsOffice), "You may not give that role. Ask the headteacher.");
        }

        var today = LondonTime.DateIn(clock.GetUtcNow());
        var (email, number) = (PersonForm.OrNull(form.Email), PersonForm.OrNull(form.StaffNumber));
        if (
            (
                PersonForm.ErrorInNames(form)
                ?? PersonForm.ErrorInAudience(form.Audience)
                ?? PersonForm.ErrorInFirstDay(form.StartsOn, today)
                ?? PersonForm.ErrorInEmail(email)
            ) is
            { } error
        )
        {
            return Result.Invalid([error]);
        }

        var person = new StaffMember(
            StaffId.New(),
            form.FullName.Trim(),
            email,
            form.JobTitle.Trim(),
            form.Audience,
            form.StartsOn?.Day ?? today,
            staffNumber: number
        );
        person.LedBy(form.LineLead is { } lead ? new StaffId(lead) : null);
        var account = email is null ? null : keeper.Make(person.Id, email, roles);
        if (account is not null && password is not null && await keeper.GivePasswordAsync(account, password) is [_, ..] wrong)
        {
            return Result.Invalid([.. wrong.Select(sentence => new ValidationError("Password", sentence))]);
        }

        // Asked inside the write: of two people with one e-mail at the same instant the second meets the first.
        return await evidence.WriteAsync<Result<StaffId>>(
            async (db, log) =>
            {
                if (email is not null && await db.WhoHasAsync(email, except: null, cancellationToken) is not null)
                {
                    return Result.Invalid(nameof(PersonForm.Email), $"Someone is already listed with the e-mail {email}.");
                }

                if (number is not null && await db.WhoIsAsync(number, except: null, cancellationToken) is { } other)
                {
                    return Result.Invalid(nameof(PersonForm.StaffNumber), $"{other} has the staff ID {number} already.");
                }

                // Not before the write: what others write meanwhile would bear a later time than this entry after it.
                log.AddPerson(db, person, EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), actor, source: null);
                if (account is not null)
                {
                    db.Users.Add(account);
                }

                return person.Id;
            },
            cancellationToken
        );
    }
}
