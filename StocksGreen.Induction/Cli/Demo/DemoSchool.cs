using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Features.Chasing;
using StocksGreen.Induction.Features.Publishing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Staffing;

namespace StocksGreen.Induction.Cli.Demo;

/// <summary>
/// Fills an empty store with the demonstration: the real policy, invented people, and a past made by the program's own commands in the order in
/// which it would have happened, so that the evidence is what a real term leaves behind.
/// </summary>
internal sealed class DemoSchool(IServiceProvider services, DemoClock clock, DateOnly today)
{
    internal const string Password = "Learning to Live";

    private readonly SchoolCalendar calendar = services.GetRequiredService<SchoolCalendar>();
    private readonly Dictionary<string, StaffId> ids = new(StringComparer.Ordinal);

    /// <summary>"amelia.hart@stocksgreen.example".</summary>
    internal static string Email(string fullName) => SearchText.Fold(fullName).Replace("'", "", StringComparison.Ordinal).Replace(' ', '.') + "@stocksgreen.example";

    internal async Task FillAsync()
    {
        var publishedOn = Ago(DemoStaffList.PublishedSchoolDaysAgo);
        clock.Now = At(publishedOn, new TimeOnly(8, 30));
        var headteacher = await SetUpAsync();
        foreach (var person in DemoStaffList.People)
        {
            await AddAsync(headteacher, person);
        }

        var published = (PublishOutcome.Published)await services.GetRequiredService<PublishPolicy>().ExecuteAsync(
            headteacher, Publication.First(SamplePolicy.Read().Policy, SamplePolicy.FileName, headteacher.FullName, AudienceDuty.InFull([Audience.Employee, Audience.Governor, Audience.Volunteer])), default);
        await HappenAsync(headteacher, published.Id, publishedOn);
        await RecordFatesAsync(headteacher);
    }

    private async Task<Actor> SetUpAsync()
    {
        var form = new SetUpForm
        {
            SchoolName = SamplePolicy.Read().Policy.School,
            HeadteacherName = DemoStaffList.Headteacher,
            Email = Email(DemoStaffList.Headteacher),
            IsDesignatedSafeguardingLead = true,
            Password = Password,
        };
        var refusals = await services.GetRequiredService<SetUpSchool>().ExecuteAsync(form, isDemonstration: true, default);
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException(refusals[0]);
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        ids[DemoStaffList.Headteacher] = (await db.People.SingleAsync()).Id;
        return Actor(DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);
    }

    private async Task AddAsync(Actor headteacher, DemoPerson person)
    {
        // Five accounts have a password; hashing one for everybody would only make the demonstration slow to start.
        var hasPassword = person.FullName is DemoStaffList.NewStarter or DemoStaffList.Teacher or DemoStaffList.Office or DemoStaffList.Governor;
        var form = new PersonForm
        {
            FullName = person.FullName,
            Email = Email(person.FullName),
            JobTitle = person.JobTitle,
            Audience = person.Audience,
            StartsOn = FirstDay(person),
            IsOffice = person.FullName is DemoStaffList.Office,
        };
        ids[person.FullName] = await services.GetRequiredService<AddPerson>().ExecuteAsync(headteacher, form, hasPassword ? Password : null, default) switch
        {
            AddPersonOutcome.Added added => added.Id,
            var refused => throw new InvalidOperationException($"{person.FullName}: {refused}"),
        };
    }

    /// <summary>Reads, signs and chases in the order of time.</summary>
    private async Task HappenAsync(Actor headteacher, VersionId version, DateOnly publishedOn)
    {
        var office = Actor(DemoStaffList.Office, AccessRoles.Staff | AccessRoles.Office);
        var happenings = new List<(DateTimeOffset At, Func<Task> Do)>
        {
            (At(Later(publishedOn, 1), new TimeOnly(7, 55)), () => ReadAsync(headteacher, version, DemoStaffList.Headteacher, sign: true)),
        };
        foreach (var (person, index) in DemoStaffList.People.Select((person, index) => (person, index)))
        {
            var reached = FirstDay(person) > publishedOn ? FirstDay(person) : publishedOn;
            var time = new TimeOnly(7, 40).AddMinutes(index * 17 % 540);
            if (person.SignedAfterSchoolDays is { } days)
            {
                happenings.Add((At(Later(reached, days), time), () => ReadAsync(Actor(person.FullName), version, person.FullName, sign: true)));
            }
            else if (person.Fate is DemoFate.HalfRead)
            {
                happenings.Add((At(Later(reached, 6), time), () => ReadAsync(Actor(person.FullName), version, person.FullName, sign: false)));
            }
            else if (person.Fate is DemoFate.ChasedOnce)
            {
                happenings.Add((At(Ago(3), time), () => services.GetRequiredService<RecordChase>().ExecuteAsync(office, [(ids[person.FullName], version)], ChaseChannel.InPerson, default)));
            }
        }

        foreach (var (at, happen) in happenings.Where(happening => LondonTime.DateIn(happening.At) < today).OrderBy(happening => happening.At))
        {
            clock.Now = at;
            await happen();
        }
    }

    private async Task ReadAsync(Actor actor, VersionId version, string fullName, bool sign)
    {
        var policy = await services.GetRequiredService<PolicyToReadQuery>().ExecuteAsync(actor, version, default)
            ?? throw new InvalidOperationException($"{fullName} has nothing to read.");
        foreach (var part in policy.Version.Parts.Take(sign ? int.MaxValue : 5))
        {
            var shownAt = clock.Now;
            clock.Now += TimeSpan.FromSeconds(6 + (part.Words * 60.0 / 210));
            await services.GetRequiredService<ConfirmPart>().ExecuteAsync(actor, version, part.Ordinal, shownAt, default);
        }

        clock.Now += TimeSpan.FromSeconds(41);
        if (sign && await services.GetRequiredService<SignPolicy>().ExecuteAsync(actor, version, new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, fullName), default) is not SignOutcome.Signed)
        {
            throw new InvalidOperationException($"{fullName} could not sign.");
        }
    }

    private async Task RecordFatesAsync(Actor headteacher)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        var policy = await db.Policies.SingleAsync();
        foreach (var person in DemoStaffList.People)
        {
            switch (person.Fate)
            {
                case DemoFate.OnLongAbsence:
                    db.Absences.Add(new Absence(Guid.NewGuid(), ids[person.FullName], Ago(60), null));
                    break;
                case DemoFate.Exempt:
                    db.Exemptions.Add(new Exemption(Guid.NewGuid(), ids[person.FullName], policy.Id, "Steps down at the end of the month and takes part in no further meeting.", headteacher.FullName, Ago(20)));
                    break;
                case DemoFate.Left:
                    db.Entry(await db.People.SingleAsync(row => row.Id == ids[person.FullName])).Property(row => row.EndsOn).CurrentValue = Ago(15);
                    break;
                case DemoFate.None or DemoFate.ChasedOnce or DemoFate.HalfRead:
                    break;
            }
        }

        await db.SaveChangesAsync();
    }

    private Actor Actor(string fullName, AccessRoles roles = AccessRoles.Staff) => new(
        ids[fullName],
        fullName,
        roles,
        new IdentityProof("password", clock.Now - TimeSpan.FromMinutes(1)),
        string.Create(CultureInfo.InvariantCulture, $"demonstration {ids.Count}"),
        null,
        null);

    private DateOnly FirstDay(DemoPerson person) => person.StartedSchoolDaysAgo == 0 ? Later(today.AddDays(-1), 1) : Ago(person.StartedSchoolDaysAgo);

    private DateOnly Later(DateOnly day, int schoolDays) => schoolDays == 0 ? day : calendar.Add(day, schoolDays);

    private DateOnly Ago(int schoolDays)
    {
        var day = today;
        for (var left = schoolDays; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsSchoolDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>A time of day in London as an instant.</summary>
    private static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var utc = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
        return utc - LondonTime.Offset(utc);
    }
}
