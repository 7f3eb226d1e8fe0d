using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>All that is done about mail at one moment: what came back, what falls due to be written, what is to be sent.</summary>
public sealed class MailCycle(ImportBounces bounces, QueueReminders reminders, DeliverMail deliver, MailOptions options, TimeProvider clock)
{
    // A server that comes up in the evening waits for the next school day: no one is to be reminded of policies at night.
    private static readonly TimeSpan NoLaterThan = TimeSpan.FromHours(8);

    private DateOnly planned;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await bounces.ExecuteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var (day, late) = (LondonTime.DateIn(now), LondonTime.TimeIn(now).ToTimeSpan() - options.RemindersAt.ToTimeSpan());
        if (planned != day && late >= TimeSpan.Zero && late < NoLaterThan)
        {
            await reminders.ExecuteAsync(cancellationToken);
            planned = day;
        }

        await deliver.RecoverAsync(atStart: false, cancellationToken);
        await deliver.ExecuteAsync(cancellationToken);
    }
}
