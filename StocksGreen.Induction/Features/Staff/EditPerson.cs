using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Changes what is known of a person: name, e-mail, role, group, first day, staff ID, line lead.</summary>
public sealed class EditPerson(ChangePerson change)
{
    /// <returns>Not found when the actor may not, or there is no such person.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, StaffId person, PersonForm form, long? seen, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            actor,
            person,
            PersonChangeKind.Edited,
            seen,
            (facts, today) =>
            {
                if (
                    (
                        PersonForm.ErrorInNames(form)
                        ?? PersonForm.ErrorInAudience(form.Audience)
                        ?? PersonForm.ErrorInFirstDay(form.StartsOn, today)
                        ?? PersonForm.ErrorInEmail(PersonForm.OrNull(form.Email))
                    ) is
                    { } error
                )
                {
                    return Result.Invalid([error]);
                }

                if (facts.EndsOn < form.StartsOn)
                {
                    return Result.Invalid(
                        nameof(PersonForm.StartsOn),
                        $"The first day is after the last one, {LondonTime.ToWords(facts.EndsOn.Value)}. Someone who has come back is entered under "
                            + "Coming back."
                    );
                }

                if (form.LineLead == person.Value)
                {
                    return Result.Invalid(nameof(PersonForm.LineLead), "Nobody leads themselves. Choose someone else, or nobody.");
                }

                var then = facts with
                {
                    FullName = form.FullName.Trim(),
                    StaffNumber = PersonForm.OrNull(form.StaffNumber),
                    Email = PersonForm.OrNull(form.Email),
                    JobTitle = form.JobTitle.Trim(),
                    Audience = form.Audience,
                    StartsOn = form.StartsOn?.Day ?? facts.StartsOn,
                    LineLead = form.LineLead is { } lead ? new StaffId(lead) : null,
                };
                return new ChangePerson.Decision(then, OfficeFollows(actor, form.IsOffice));
            },
            cancellationToken
        );

    // Only who may give the role is asked whether the person has it.
    private static Action<Account>? OfficeFollows(Actor actor, bool isOffice) =>
        !Permissions.MayGiveRoles(actor, AccessRoles.Office)
            ? null
            : account => account.Roles = isOffice ? account.Roles | AccessRoles.Office : account.Roles & ~AccessRoles.Office;
}
