using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reminding;

/// <summary>What is entered of a reminder to parents.</summary>
public sealed record EventReminderForm(string? Event, DateOnly? EventOn, DateOnly? SentOn, string? Channel, string? Wording);

/// <summary>Records that parents were reminded before an event.</summary>
/// <remarks>Social Media Policy §6: "Reminders about this policy will take place prior to events in school that parents are attending."</remarks>
public sealed class RecordEventReminder(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestName = 120;

    public const int LongestWording = 2000;

    /// <returns>What is wrong; nothing when it was recorded; null when the actor may not.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, EventReminderForm form, CancellationToken cancellationToken) =>
        evidence.WriteAsync<IReadOnlyList<Refusal>?>(
            async (db, log) =>
            {
                if (!Permissions.MayKeepInduction(actor))
                {
                    return null;
                }

                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                var (name, channel, wording) = (FreeText.Clean(form.Event), FreeText.Clean(form.Channel), FreeText.Clean(form.Wording));
                List<Refusal> refusals =
                [
                    .. FreeText.Refusals("event", name, "Name the event.", LongestName),
                    .. form.EventOn is null ? [new Refusal("event-on", "Enter the day of the event.")] : Array.Empty<Refusal>(),
                    .. form.SentOn is { } sent && sent <= today && sent >= today.AddYears(-2) ? Array.Empty<Refusal>() : [new Refusal("sent-on", "Enter the day of the reminder. It cannot lie in the future.")],
                    .. form.SentOn > form.EventOn ? [new Refusal("sent-on", "The reminder comes before the event.")] : Array.Empty<Refusal>(),
                    .. FreeText.Refusals("channel", channel, "Say how parents were reminded.", LongestName),
                    .. FreeText.Refusals("wording", wording, "Enter the wording.", LongestWording),
                ];
                if (refusals.Count > 0)
                {
                    return refusals;
                }

                if (!await db.EventReminders.AnyAsync(row => row.Event == name && row.EventOn == form.EventOn && row.SentOn == form.SentOn && row.Channel == channel && row.Wording == wording, cancellationToken))
                {
                    log.Record(new EventReminder(Guid.NewGuid(), now, name, form.EventOn!.Value, form.SentOn!.Value, channel, wording, actor.StaffId, actor.FullName));
                }

                return [];
            },
            cancellationToken);
}
