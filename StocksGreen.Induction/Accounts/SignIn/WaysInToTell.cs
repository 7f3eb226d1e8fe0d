using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>What others did in someone's name: the ways in that they made, and how those were used. The person is told until they say that they know.</summary>
public sealed class WaysInToTell(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>Whoever can say that they know of a use could be the one who used it; what opened this very session is no news.</summary>
    private static readonly TimeSpan OwnUse = TimeSpan.FromMinutes(1);

    private const int MostTold = 3;

    /// <returns>Sentences, newest first: "Ruth Pemberton made a sign-in link for you on 3 December 2026; it was used at 10:14 with Edge on Windows."</returns>
    public async Task<IReadOnlyList<string>> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var told = await db.Users.Where(row => row.StaffId == actor.StaffId).Select(row => row.ToldAt).SingleOrDefaultAsync(cancellationToken);
        var since = told ?? DateTimeOffset.MinValue;
        var until = actor.Proof.IsOwn ? DateTimeOffset.MaxValue : actor.Proof.At - OwnUse;
        return [.. (await ReadAsync(db, actor, cancellationToken)).Where(one => one.Used.At > since && one.Used.At < until).Take(MostTold).Select(Sentence)];
    }

    /// <returns>All that is recorded, the newest first; empty in a session that someone else could have opened.</returns>
    public async Task<IReadOnlyList<string>> AllAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepOwnKeys(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return [.. (await ReadAsync(db, actor, cancellationToken)).Select(Sentence)];
    }

    /// <summary>The person knows. In a session that someone else could have opened nothing changes.</summary>
    public async Task NoteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (Permissions.MayKeepOwnKeys(actor))
        {
            var now = clock.GetUtcNow();
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await db.Users.Where(row => row.StaffId == actor.StaffId).ExecuteUpdateAsync(row => row.SetProperty(one => one.ToldAt, now), cancellationToken);
        }
    }

    /// <summary>"a sign-in link".</summary>
    internal static string Words(SignInWay way) =>
        way switch
        {
            SignInWay.Link => "a sign-in link",
            SignInWay.Code => "a sign-in code",
            SignInWay.Mail => "an e-mail with a sign-in link",
            SignInWay.Slip => "a sign-in slip",
        };

    internal static string Sentence(SignInGiven given, SignInUsed used)
    {
        var (made, day) = (LondonTime.DateIn(given.At), LondonTime.DateIn(used.At));
        var place = (used.Browser, used.Address) switch
        {
            (null, null) => "from a place that is not known",
            ({ } browser, null) => $"with {browser}",
            (null, { } address) => $"from the address {address}",
            ({ } browser, { } address) => $"with {browser}, from the address {address}",
        };
        var clock = LondonTime.TimeIn(used.At).ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{given.MadeByName} made {Words(given.Way)} for you on {LondonTime.ToWords(made)}; it was used "
            + $"{(made == day ? "" : $"on {LondonTime.ToWords(day)} ")}at {clock} {place}.";
    }

    private static string Sentence((SignInGiven Given, SignInUsed Used) one) => Sentence(one.Given, one.Used);

    private static async Task<IReadOnlyList<(SignInGiven Given, SignInUsed Used)>> ReadAsync(InductionDb db, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await (
            from used in db.SignInsUsed.AsNoTracking()
            where used.StaffId == actor.StaffId
            join given in db.SignInsGiven.AsNoTracking() on used.Given equals given.Id
            orderby used.EvidenceNumber descending
            select new { given, used }
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.given, row.used))];
    }
}
