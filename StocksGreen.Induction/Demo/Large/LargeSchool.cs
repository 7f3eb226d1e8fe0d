using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Demo.Large;

/// <summary>Fills the store of a demonstration that has only begun with thousands of invented people and years of sealed signatures.</summary>
internal sealed class LargeSchool(IServiceProvider services, DataFolder folder, LargeSize size, DateTimeOffset now)
{
    private readonly Random chance = new(size.Seed);
    private long ids;

    /// <returns>What was made and how long it took, in a sentence.</returns>
    internal async Task<string> FillAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var school = (await db.Schools.AsNoTracking().SingleAsync(cancellationToken)).Name;
        var today = LondonTime.DateIn(now);
        var autumn = today.Month >= 9 ? today.Year : today.Year - 1;
        List<DateOnly> publishedOn = [.. Enumerable.Range(autumn - size.Years + 1, size.Years).Select(year => new DateOnly(year, 9, 1))];
        var people = LargeStaff.Make(size, publishedOn[0], today, chance, NextId);
        var policies = LargePolicies.Make(size, publishedOn, school, NextId);
        var absences = people
            .Where(person => person.IsInPost(today))
            .Where(_ => chance.Next(100) == 0)
            .Select(person => new Absence(
                NextId(),
                person.Id,
                today.AddDays(-chance.Next(1, 200)),
                chance.Next(2) == 0 ? null : today.AddDays(chance.Next(30))
            ))
            .ToList();
        var last = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstAsync(cancellationToken);
        db.People.AddRange(people);
        db.Absences.AddRange(absences);
        db.Policies.AddRange(policies.Select(policy => policy.Policy));
        db.Versions.AddRange(policies.SelectMany(policy => policy.Versions));
        await db.SaveChangesAsync(cancellationToken);

        // What the small demonstration published stays in force, and is signed once by anyone who is there or comes.
        var mine = policies.Select(policy => policy.Policy.Id).ToHashSet();
        var others = (await db.Policies.AsNoTracking().ToListAsync(cancellationToken))
            .Where(policy => !mine.Contains(policy.Id))
            .Select(policy => (policy, (IReadOnlyList<PolicyVersion>)[db.Versions.AsNoTracking().Single(version => version.PolicyId == policy.Id)]));
        List<(Policy Policy, IReadOnlyList<PolicyVersion> Versions)> all = [.. policies, .. others];
        var signatures = Write(last, people, Arrivals(people, absences, last.At), all, school, publishedOn);
        var written = clock.Elapsed;
        await services.GetRequiredService<EvidenceWriter>().BringRequirementsUpToDateAsync(cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{people.Count:N0} people, {policies.Count} policies in {publishedOn.Count} versions each, {signatures:N0} signatures: "
                + $"{written.TotalSeconds:0} s, their requirement lines {(clock.Elapsed - written).TotalSeconds:0} s, "
                + $"{new FileInfo(folder.Database).Length / 1_048_576:N0} MB"
        );
    }

    /// <summary>
    /// The records that people were added, as if each was entered when they came, so that a report of a past day knows them; at the beginning, who is there by
    /// then.
    /// </summary>
    private List<PersonChange> Arrivals(IReadOnlyList<StaffMember> people, IReadOnlyList<Absence> absences, DateTimeOffset beginning)
    {
        var away = absences.ToLookup(absence => absence.StaffId);
        return
        [
            .. people
                .OrderBy(person => person.StartsOn)
                .Select(person =>
                {
                    var came = new DateTimeOffset(person.StartsOn.ToDateTime(new TimeOnly(7, 0)), TimeSpan.Zero);
                    var at = came < beginning ? beginning : came;
                    return StaffRecords.Added(person, at < now ? at : now, by: null, source: null, away[person.Id]);
                }),
        ];
    }

    private int Write(
        Domain.Evidence.EvidenceEntry last,
        IReadOnlyList<StaffMember> people,
        IReadOnlyList<PersonChange> arrivals,
        IReadOnlyList<(Policy Policy, IReadOnlyList<PolicyVersion> Versions)> policies,
        string school,
        List<DateOnly> years
    )
    {
        // A store that is made in one go is thrown away when that fails.
        using var load = services
            .GetRequiredService<IDatabaseProvider>()
            .BeginBulkLoad(folder, ["Evidence", "PersonChanges", "SectionConfirmations", "Attestations"]);
        var connection = load.Connection;
        int signatures;
        using (
            var passing = new LargeYears(
                connection,
                services.GetRequiredService<EvidenceSigner>().Signer(),
                last,
                people,
                arrivals,
                policies,
                years,
                school,
                chance,
                NextId
            )
        )
        {
            for (var year = 0; year < years.Count; year++)
            {
                Run(connection, "BEGIN");
                passing.Pass(year, now);
                if (year == years.Count - 1)
                {
                    passing.Arrive(now);
                }

                Run(connection, "COMMIT");
            }

            signatures = passing.Signatures;
        }

        Run(connection, "INSERT INTO RequirementsToDerive (Scope, Key) VALUES ('all', '') ON CONFLICT DO NOTHING");
        load.Complete();
        return signatures;
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Our own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Ids in rising order: the seed, then a count.</summary>
    private Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, size.Seed);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes[8..], ++ids);
        return new Guid(bytes, bigEndian: true);
    }
}
