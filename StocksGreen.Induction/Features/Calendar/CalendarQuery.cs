using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>Loads the school's calendar as it stands.</summary>
public sealed class CalendarQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>With today's date in Europe/London; null when the actor may not keep it.</returns>
    public async Task<(SchoolCalendar Calendar, DateOnly Today)?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepCalendar(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        return (await db.ReadCalendarAsync(today, cancellationToken), today);
    }
}
