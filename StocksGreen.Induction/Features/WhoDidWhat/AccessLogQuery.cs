using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.WhoDidWhat;

/// <summary>One line as it is shown.</summary>
/// <param name="From">Where from; null where that is another person's business.</param>
public sealed record ToldAct(long Number, string Sentence, string When, string? From);

/// <summary>A page of the access log.</summary>
/// <param name="People">Who can be chosen, by name; none where the log is someone's own.</param>
public sealed record ToldActs(IReadOnlyList<ToldAct> Lines, int Found, int Page, int Pages, IReadOnlyList<(StaffId Id, string FullName)> People);

/// <summary>Reads the access log, a page at a time: all of it for the headteacher, and for everyone what they did and what was done about them.</summary>
public sealed class AccessLogQuery(IDbContextFactory<InductionDb> factory, AccessLog told)
{
    public const int PageSize = 50;

    /// <returns>Null for anyone else.</returns>
    public async Task<ToldActs?> ExecuteAsync(Actor actor, AccessFilter filter, CancellationToken cancellationToken)
    {
        if (!Permissions.MaySeeWhoDidWhat(actor))
        {
            return null;
        }

        await told.FlushAsync(all: true);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Select(person => new { person.Id, person.FullName }).ToListAsync(cancellationToken);
        var page = await ReadAsync(db, filter, own: null, cancellationToken);
        return page with
        {
            People =
            [
                .. people
                    .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                    .ThenBy(person => person.Id.Value)
                    .Select(person => (person.Id, person.FullName)),
            ],
        };
    }

    /// <summary>What a person did, and what others did that concerns them.</summary>
    public async Task<ToldActs> OwnAsync(Actor actor, int page, CancellationToken cancellationToken)
    {
        await told.FlushAsync(all: true);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, new AccessFilter(actor.StaffId, Group: null, From: null, Until: null, page), actor.StaffId, cancellationToken);
    }

    private static async Task<ToldActs> ReadAsync(InductionDb db, AccessFilter filter, StaffId? own, CancellationToken cancellationToken)
    {
        var lines = db.AccessEntries.AsNoTracking();
        if (filter.Person is { } person)
        {
            lines = lines.Where(line => line.By == person || line.About == person);
        }

        if (filter.Group is { } group)
        {
            var acts = group.Acts();
            lines = lines.Where(line => acts.Contains(line.Act));
        }

        if (filter.From is { } first)
        {
            var from = LondonTime.EndOf(first.AddDays(-1));
            lines = lines.Where(line => line.At >= from);
        }

        if (filter.Until is { } last)
        {
            var end = LondonTime.EndOf(last);
            lines = lines.Where(line => line.At < end);
        }

        var found = await lines.CountAsync(cancellationToken);
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        var page = Math.Min(filter.Page, pages);
        var shown = await lines.OrderByDescending(line => line.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var ids = shown.SelectMany(line => new[] { line.By, line.About }).OfType<StaffId>().Distinct().ToList();
        var names = await db
            .People.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.FullName })
            .ToDictionaryAsync(row => row.Id, row => row.FullName, cancellationToken);
        return new ToldActs([.. shown.Select(line => Tell(line, names, own))], found, page, pages, []);
    }

    private static ToldAct Tell(AccessEntry line, Dictionary<StaffId, string> names, StaffId? own)
    {
        var isOthers = own is not null && line.By is not null && line.By != own;
        return new ToldAct(
            line.Number,
            AccessText.Sentence(line, Name(line.By), Name(line.About)),
            AccessText.When(line),
            isOthers ? null : AccessText.From(line)
        );

        string? Name(StaffId? id) => id is { } known ? names.GetValueOrDefault(known, "someone who is not listed") : null;
    }
}
