using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Calendar;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.DueDates;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Features.Policies.Reviews;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Features.Setup;
using StocksGreen.Induction.Features.Staff;

namespace StocksGreen.Induction.Demo;

/// <summary>
/// Fills an empty store with the demonstration: the real policy, others that are invented, invented people, and a past made by the program's own commands in
/// the order in
/// which it would have happened, so that the evidence is what a real term leaves behind.
/// </summary>
internal sealed class DemoSchool(IServiceProvider services, DemoClock clock, DateOnly today, IReadOnlyList<DemoPolicy> policies)
{
    internal const string Password = "Learning to Live";

    private const int SetUpSchoolDaysAgo = 190;

    private const int LeftSchoolDaysAgo = 15;

    // By time and, where two happen at once, in the order in which they were planned.
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Turn)> happenings = new();

    // Of last year and this one; further back weekdays do.
    private readonly SchoolCalendar calendar = DemoTerms.Calendar([
        new AcademicYear(AcademicYear.Containing(today).StartsIn - 1),
        AcademicYear.Containing(today),
    ]);
    private readonly Dictionary<string, StaffId> ids = new(StringComparer.Ordinal);

    private readonly DemoPublishing publishing = new(services, today);

    /// <summary>"amelia.hart@stocksgreen.example".</summary>
    internal static string Email(string fullName) =>
        SearchText.Fold(fullName).Replace("'", "", StringComparison.Ordinal).Replace(' ', '.') + "@stocksgreen.example";

    internal async Task FillAsync()
    {
        clock.Now = At(Ago(policies.Count > 0 ? SetUpSchoolDaysAgo : DemoStaffList.PublishedSchoolDaysAgo), new TimeOnly(8, 30));
        var headteacher = await SetUpAsync();
        await EnterTermsAsync(headteacher);
        foreach (var person in DemoStaffList.People)
        {
            await AddAsync(headteacher, person);
        }

        if (policies.Count > 0)
        {
            await RecordRolesAsync(headteacher);
            Plan(Ago(DemoPolicyList.ReissuedSchoolDaysAgo), new TimeOnly(8, 20), () => ReissueAsync(headteacher));
            Plan(Ago(3), new TimeOnly(12, 15), () => ExtendAsync(headteacher));
            Plan(Ago(2), new TimeOnly(15, 40), () => publishing.BeginDraftAsync(headteacher));
        }

        foreach (var (fileName, schoolDaysAgo, duties) in policies)
        {
            Plan(Ago(schoolDaysAgo), new TimeOnly(8, 15), () => PublishSampleAsync(headteacher, fileName, Ago(schoolDaysAgo), duties));
        }

        Plan(Ago(DemoStaffList.PublishedSchoolDaysAgo), new TimeOnly(8, 30), () => PublishSocialMediaPolicyAsync(headteacher));
        PlanComingsAndGoings(headteacher);
        while (happenings.TryDequeue(out var happening, out var at))
        {
            clock.GoOnTo(at.At);
            await happening();
        }

        if (policies.Count > 0)
        {
            clock.GoOnTo(At(Ago(1), new TimeOnly(14, 10)));
            await services
                .GetRequiredService<ChangeKeyRole>()
                .ExecuteAsync(
                    Actor(DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher),
                    KeyRole.NamedGovernor,
                    "Catherine Ollerenshaw, chair of governors",
                    Ago(SetUpSchoolDaysAgo),
                    default
                );
            await new DemoInduction(services, clock, Actor).FillAsync(Ago(60), Ago(1));
        }
    }

    /// <summary>The terms from the year in which the school was set up to this one; next year's are still to be entered.</summary>
    private async Task EnterTermsAsync(Actor headteacher)
    {
        for (var year = AcademicYear.Containing(LondonTime.DateIn(clock.Now)); year.StartsIn <= AcademicYear.Containing(today).StartsIn; year = year.Next)
        {
            await services.GetRequiredService<DecideTermDates>().ExecuteAsync(headteacher, year, DemoTerms.Of(year), default);
            await services.GetRequiredService<DecideDay>().ExecuteAsync(headteacher, DemoTerms.Inset(year), default);
        }
    }

    /// <summary>Something that happens on a day before today, whenever its turn comes.</summary>
    private void Plan(DateOnly day, TimeOnly time, Func<Task> happening)
    {
        if (day < today)
        {
            happenings.Enqueue(happening, (At(day, time), happenings.Count + 1));
        }
    }

    /// <summary>Who is away for long and who leaves is entered on the day.</summary>
    private void PlanComingsAndGoings(Actor headteacher)
    {
        foreach (var person in DemoStaffList.People)
        {
            switch (person.Fate)
            {
                case DemoFate.OnLongAbsence:
                    Plan(
                        Ago(DemoStaffList.PublishedSchoolDaysAgo - 1),
                        new TimeOnly(9, 5),
                        () =>
                            services.GetRequiredService<PausePerson>().ExecuteAsync(headteacher, ids[person.FullName], Ago(60), back: null, seen: null, default)
                    );
                    break;
                case DemoFate.Left:
                    Plan(
                        Ago(LeftSchoolDaysAgo),
                        new TimeOnly(15, 45),
                        () =>
                            services
                                .GetRequiredService<EndPerson>()
                                .ExecuteAsync(headteacher, ids[person.FullName], Ago(LeftSchoolDaysAgo), stopNow: false, seen: null, default)
                    );
                    break;
                case DemoFate.None or DemoFate.Exempt or DemoFate.ChasedOnce or DemoFate.HalfRead:
                    break;
            }
        }
    }

    private async Task RecordRolesAsync(Actor headteacher)
    {
        var roles = services.GetRequiredService<ChangeKeyRole>();
        await roles.ExecuteAsync(
            headteacher,
            KeyRole.DesignatedSafeguardingLead,
            $"{DemoStaffList.Headteacher}, Headteacher",
            Ago(SetUpSchoolDaysAgo),
            default
        );
        await roles.ExecuteAsync(headteacher, KeyRole.DeputyDesignatedSafeguardingLead, "Siân Pritchard", Ago(SetUpSchoolDaysAgo), default);
        await services.GetRequiredService<RecordEdition>().ExecuteAsync(headteacher, "KCSIE 2025", new DateOnly(2025, 9, 1), default);
    }

    private async Task PublishSocialMediaPolicyAsync(Actor headteacher) =>
        Happen(headteacher, await publishing.PublishSocialMediaPolicyAsync(headteacher), Ago(DemoStaffList.PublishedSchoolDaysAgo));

    private async Task PublishSampleAsync(Actor headteacher, string fileName, DateOnly publishedOn, IReadOnlyList<AudienceDuty> duties) =>
        SignLater(await publishing.PublishSampleAsync(headteacher, fileName, duties), publishedOn, duties, isReissue: false);

    private async Task ReissueAsync(Actor headteacher)
    {
        var (version, duties) = await publishing.ReissueAsync(headteacher);
        SignLater(version, Ago(DemoPolicyList.ReissuedSchoolDaysAgo), duties, isReissue: true);
    }

    /// <summary>Who has been here for a while has signed; of a second version, most have.</summary>
    private void SignLater(VersionId version, DateOnly publishedOn, IReadOnlyList<AudienceDuty> duties, bool isReissue)
    {
        var asked = duties.Where(duty => duty.Duty is not Duty.ReminderOnly).Select(duty => duty.Audience).ToHashSet();
        if (asked.Contains(Audience.Employee))
        {
            Plan(Later(publishedOn, 1), new TimeOnly(7, 50), () => ReadAsync(Actor(DemoStaffList.Headteacher), version, DemoStaffList.Headteacher, sign: true));
        }

        foreach (var (person, index) in DemoStaffList.People.Select((person, index) => (person, index)))
        {
            var isHere = asked.Contains(person.Audience) && person.StartedSchoolDaysAgo > 20 && person.Fate is not DemoFate.OnLongAbsence | !isReissue;
            if (isHere && !(isReissue && index % 4 == 1))
            {
                var reached = FirstDay(person) > publishedOn ? FirstDay(person) : publishedOn;
                var day = Later(reached, 1 + (index % 6));
                // Anyone who has left by then signs no more.
                if (person.Fate is not DemoFate.Left || day < Ago(LeftSchoolDaysAgo))
                {
                    Plan(day, new TimeOnly(7, 40).AddMinutes(index * 17 % 540), () => ReadAsync(Actor(person.FullName), version, person.FullName, sign: true));
                }
            }
        }
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
        (await services.GetRequiredService<SetUpSchool>().ExecuteAsync(form, isDemonstration: true, default)).OrThrow("Setting the school up");
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        ids[DemoStaffList.Headteacher] = (await db.People.SingleAsync()).Id;
        return Actor(DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);
    }

    private async Task AddAsync(Actor headteacher, DemoPerson person)
    {
        // Five accounts have a password; hashing one for everyone would only make the demonstration slow to start.
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
        ids[person.FullName] = (await services.GetRequiredService<AddPerson>().ExecuteAsync(headteacher, form, hasPassword ? Password : null, default)).OrThrow(
            $"Adding {person.FullName}"
        );
    }

    /// <summary>Reads, signs and chases of the Social Media Policy.</summary>
    private void Happen(Actor headteacher, VersionId version, DateOnly publishedOn)
    {
        var office = Actor(DemoStaffList.Office, AccessRoles.Staff | AccessRoles.Office);
        Plan(Later(publishedOn, 1), new TimeOnly(7, 55), () => ReadAsync(headteacher, version, DemoStaffList.Headteacher, sign: true));
        foreach (var (person, index) in DemoStaffList.People.Select((person, index) => (person, index)))
        {
            var reached = FirstDay(person) > publishedOn ? FirstDay(person) : publishedOn;
            var time = new TimeOnly(7, 40).AddMinutes(index * 17 % 540);
            if (person.SignedAfterSchoolDays is { } days)
            {
                Plan(Later(reached, days), time, () => ReadAsync(Actor(person.FullName), version, person.FullName, sign: true));
            }
            else if (person.Fate is DemoFate.HalfRead)
            {
                Plan(Later(reached, 6), time, () => ReadAsync(Actor(person.FullName), version, person.FullName, sign: false));
            }
            else if (person.Fate is DemoFate.Exempt)
            {
                Plan(Ago(20), time, () => ExemptAsync(headteacher, person));
            }
            else if (person.Fate is DemoFate.ChasedOnce)
            {
                Plan(
                    Ago(3),
                    time,
                    () => services.GetRequiredService<RecordChase>().ExecuteAsync(office, [(ids[person.FullName], version)], ChaseChannel.InPerson, default)
                );
            }
        }
    }

    private async Task ReadAsync(Actor actor, VersionId version, string fullName, bool sign)
    {
        actor = actor with { Proof = actor.Proof with { At = clock.Now - TimeSpan.FromMinutes(1) } };
        var policy =
            await services.GetRequiredService<PolicyToReadQuery>().ExecuteAsync(actor, version, default)
            ?? throw new InvalidOperationException($"{fullName} has nothing to read.");
        foreach (var part in policy.Ledger.Parts.Select(line => line.Part).Take(sign ? int.MaxValue : 5))
        {
            await services.GetRequiredService<NoteReading>().ShownAsync(actor, version, part.Ordinal, isConfirmed: false);
            clock.Now += TimeSpan.FromSeconds(6 + (part.Words * 60.0 / 210));
            await services.GetRequiredService<ConfirmPart>().ExecuteAsync(actor, version, part.Ordinal, default);
        }

        clock.Now += TimeSpan.FromSeconds(41);
        if (sign)
        {
            var signature = new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, fullName, DeclarationOutcome.NothingToDeclare);
            (await services.GetRequiredService<SignPolicy>().ExecuteAsync(actor, version, signature, default)).OrThrow($"Signing as {fullName}");
        }
    }

    private async Task ExemptAsync(Actor headteacher, DemoPerson person) =>
        await services
            .GetRequiredService<ExemptPerson>()
            .ExecuteAsync(
                headteacher,
                ids[person.FullName],
                await PolicyAsync(SamplePolicy.Read().Policy.Title),
                "Steps down at the end of the month and takes part in no further meeting.",
                LondonTime.DateIn(clock.Now),
                null,
                default
            );

    /// <summary>Someone was on a course all week and has until next week for what changed.</summary>
    private async Task ExtendAsync(Actor headteacher) =>
        await services
            .GetRequiredService<ExtendDue>()
            .ExecuteAsync(
                headteacher,
                [(ids["Marek Kowalczyk"], await PolicyAsync(SamplePolicies.Read(DemoPolicyList.Reissued).Policy.Title))],
                "On a first-aid course all week.",
                Later(today, 4),
                default
            );

    private async Task<PolicyId> PolicyAsync(string title)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        return (await db.Policies.SingleAsync(row => row.Title == title)).Id;
    }

    private Actor Actor(string fullName, AccessRoles roles = AccessRoles.Staff) =>
        new(
            ids[fullName],
            fullName,
            roles,
            new IdentityProof("password", clock.Now - TimeSpan.FromMinutes(1)),
            string.Create(CultureInfo.InvariantCulture, $"demonstration {ids.Count}"),
            null,
            null
        );

    private DateOnly FirstDay(DemoPerson person) => person.StartedSchoolDaysAgo == 0 ? Later(today.AddDays(-1), 1) : Ago(person.StartedSchoolDaysAgo);

    private DateOnly Later(DateOnly day, int schoolDays) => schoolDays == 0 ? day : calendar.Add(day, schoolDays);

    private DateOnly Ago(int schoolDays)
    {
        var day = today;
        for (var left = schoolDays; left > 0; )
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
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
