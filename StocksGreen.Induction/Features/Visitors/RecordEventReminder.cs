using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Visitors;

/// <summary>What is entered of a reminder to parents.</summary>
public sealed record EventReminderForm(string? Event, DateOnly? EventOn, DateOnly? SentOn, string? Channel, string? Wording);

/// <summary>Records that parents were reminded before an event.</summary>
/// <remarks>Social Media Policy §6: "Reminders about this policy will take place prior to events in school that parents are attending."</remarks>
public sealed class RecordEventReminder(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestName = 120;

    public const int LongestWording = 2000;

    /// <returns>Not found when the actor may not.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, EventReminderForm form, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!Permissions.MayKeepInduction(actor))
                {
                    return Result.NotFound;
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                var (name, channel, wording) = (FreeText.Clean(form.Event), FreeText.Clean(form.Channel), FreeText.Clean(form.Wording));
                List<ValidationError> errors =
                [
                    .. FreeText.Errors("Event", name, "Name the event.", LongestName),
                    .. form.EventOn is null ? [new ValidationError("EventOn", "Enter the day of the event.")] : Array.Empty<ValidationError>(),
                    .. form.SentOn is { } sent && sent <= today && sent >= today.AddYears(-2)
                        ? Array.Empty<ValidationError>()
                        : [new ValidationError("SentOn", "Enter the day of the reminder. It cannot lie in the future.")],
                    .. form.SentOn > form.EventOn ? [new ValidationError("SentOn", "The reminder comes before the event.")] : Array.Empty<ValidationError>(),
                    .. FreeText.Errors("Channel", channel, "Say how parents were reminded.", LongestName),
                    .. FreeText.Errors("Wording", wording, "Enter the wording.", LongestWording),
                ];
                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                if (
                    !await db.EventReminders.AnyAsync(
                        row =>
                            row.Event == name && row.EventOn == form.EventOn && row.SentOn == form.SentOn && row.Channel == channel && row.Wording == wording,
                        cancellationToken
                    )
                )
                {
                    log.Record(
                        new EventReminder(Guid.NewGuid(), now, name, form.EventOn!.Value, form.SentOn!.Value, channel, wording, actor.StaffId, actor.FullName)
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
