using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>Whom people turn to about their data, as it is entered.</summary>
public sealed record PrivacyContactForm(string? Officer, string? OfficerContact, string? Registration);

/// <summary>Says who the school's data protection officer is. Pages and papers print it.</summary>
public sealed class DecidePrivacyContact(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    public Task<Result<Unit>> ExecuteAsync(Actor actor, PrivacyContactForm form, CancellationToken cancellationToken)
    {
        var (officer, contact, registration) = (FreeText.Clean(form.Officer), FreeText.Clean(form.OfficerContact), FreeText.Clean(form.Registration));
        List<ValidationError> errors =
        [
            .. FreeText.Errors("Officer", officer, "Write who the data protection officer is: a name or a firm.", PrivacyContact.Longest),
            .. FreeText.Errors("OfficerContact", contact, "Write how they are reached: an e-mail address or a telephone number.", PrivacyContact.Longest),
            .. registration.Length > PrivacyContact.Longest
                ? [new ValidationError("Registration", $"Write at most {PrivacyContact.Longest} characters.")]
                : Array.Empty<ValidationError>(),
        ];
        return evidence
            .WriteAsync<Result<Unit>>(
                (_, log) =>
                {
                    if (!Permissions.MayKeepPrivacy(actor))
                    {
                        return Task.FromResult<Result<Unit>>(Result.NotFound);
                    }

                    if (errors.Count > 0)
                    {
                        return Task.FromResult<Result<Unit>>(Result.Invalid(errors));
                    }

                    var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                    log.Record(new PrivacyContact(Guid.NewGuid(), now, officer, contact, registration, actor.StaffId, actor.FullName));
                    return Task.FromResult<Result<Unit>>(Result.Done);
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.SettingsChanged, actor, what: "whom people turn to about their data");
    }
}
