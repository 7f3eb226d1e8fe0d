using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Requirements;

public sealed class SchoolFactsTests
{
    private static readonly DateOnly Published = new(2026, 9, 14);
    private static readonly DateOnly Due = new(2026, 9, 28);
    private static readonly Policy Policy = new(PolicyId.New(), "Visitors Policy");
    private static readonly PolicyVersion First = SmallPolicy.Version(
        TestSchool.Monday,
        number: 1,
        policy: Policy.Id,
        release: Release.First("Helen Ashdown", AudienceDuty.InFull([Audience.Employee, Audience.Governor]))
    );
    private static readonly PolicyVersion Second = SmallPolicy.Version(
        TestSchool.Monday.AddDays(14),
        SmallPolicy.Amended,
        number: 2,
        policy: Policy.Id,
        release: SmallPolicy.AmendedRelease(ChangeWeight.Material)
    );
    private static readonly SchoolFacts Empty = new([], [Policy], [First], [], [], [], []);

    [Fact]
    public void People_of_the_audience_in_post_must_sign_what_is_in_force()
    {
        var (teacher, governor, visitor) = (Person("Amelia Hart"), Person("Priya Nair", Audience.Governor), Person("A Visitor", Audience.Visitor));
        var facts = Empty with { People = [teacher, governor, visitor] };

        Assert.Equal(
            [
                (teacher, Policy, First, "0 1 2", Due, new Standing(StandingKind.Due, 10), null, false),
                (governor, Policy, First, "0 1 2", Due, new Standing(StandingKind.Due, 10), null, false),
            ],
            At(facts, Published).Select(Whole)
        );
    }

    [Fact]
    public void Nothing_is_asked_before_publication() => Assert.Empty(At(Empty with { People = [Person("Amelia Hart")] }, Published.AddDays(-1)));

    [Fact]
    public void A_signature_counts_from_the_London_day_on_which_it_was_made()
    {
        var person = Person("Amelia Hart");
        // Half past midnight in London, when UTC is still on the 15th.
        var signature = new Attestation(
            AttestationId.New(),
            person.Id,
            First.Id,
            Duty.FullSignature,
            new DateTimeOffset(2026, 9, 15, 23, 30, 0, TimeSpan.Zero),
            1
        );
        var facts = Empty with { People = [person], Attestations = [signature] };

        Assert.Equal([StandingKind.Due], Kinds(facts, new DateOnly(2026, 9, 15)));
        Assert.Equal([StandingKind.Signed], Kinds(facts, new DateOnly(2026, 9, 16)));
    }

    [Fact]
    public void What_happens_later_never_changes_the_answer_for_an_earlier_day()
    {
        var (signs, leaves, pauses, isExempted) = (Person("Signs"), Person("Leaves"), Person("Pauses"), Person("Exempted"));
        var before = Empty with { People = [signs, leaves, pauses, isExempted] };
        var asked = new DateOnly(2026, 9, 24);
        var after = before with
        {
            People =
            [
                signs,
                Person("Leaves", id: leaves.Id, endsOn: new DateOnly(2026, 9, 25)),
                pauses,
                isExempted,
                Person("Starts", startsOn: new DateOnly(2026, 9, 25)),
            ],
            Versions = [First, Second],
            Attestations = [new Attestation(AttestationId.New(), signs.Id, First.Id, Duty.FullSignature, TestSchool.Monday.AddDays(11), 1)],
            Absences = [new Absence(Guid.NewGuid(), pauses.Id, new DateOnly(2026, 9, 25), new DateOnly(2026, 12, 31))],
            Exemptions = [Exempt(isExempted, new DateOnly(2026, 9, 25))],
        };

        Assert.Equal(Words(before, asked), Words(after, asked));
        Assert.Equal(
            ["Signs Signed", "Leaves Due", "Pauses Paused", "Exempted Exempt", "Starts Due"],
            At(after, new DateOnly(2026, 9, 25)).Select(line => $"{line.Person.FullName} {line.Standing.Kind}")
        );
    }

    [Fact]
    public void Who_has_left_is_listed_as_gone_and_not_as_late()
    {
        var facts = Empty with { People = [Person("Amelia Hart", endsOn: Published.AddDays(4))] };

        Assert.Equal([false, true], new[] { Published.AddDays(4), Published.AddDays(5) }.Select(day => Assert.Single(At(facts, day)).HasLeft));
        Assert.Equal(new StandingFigures(0, 0, 0, 0, 0, Left: 1), StandingFigures.From(At(facts, Due.AddDays(60))));
    }

    [Fact]
    public void Who_left_before_publication_was_never_asked() =>
        Assert.Empty(At(Empty with { People = [Person("Amelia Hart", endsOn: Published.AddDays(-1))] }, Due));

    [Fact]
    public void A_new_starter_is_asked_from_the_first_day()
    {
        var starter = Person("Amelia Hart", startsOn: new DateOnly(2026, 10, 5));
        var facts = Empty with { People = [starter] };

        Assert.Empty(At(facts, new DateOnly(2026, 10, 4)));
        Assert.Equal(
            [(starter, Policy, First, "0 1 2", new DateOnly(2026, 10, 9), new Standing(StandingKind.Due, 4), null, false)],
            At(facts, new DateOnly(2026, 10, 5)).Select(Whole)
        );
    }

    [Fact]
    public void A_new_version_is_asked_of_those_who_signed_the_old_one()
    {
        var person = Person("Amelia Hart");
        var facts = Empty with
        {
            People = [person],
            Versions = [Second, First],
            Attestations = [new Attestation(AttestationId.New(), person.Id, First.Id, Duty.FullSignature, TestSchool.Monday, 1)],
        };

        Assert.Equal([StandingKind.Signed], Kinds(facts, Second.PublishedOn.AddDays(-1)));
        Assert.Equal((Second, StandingKind.Due), (Assert.Single(At(facts, Second.PublishedOn)).Version, Assert.Single(Kinds(facts, Second.PublishedOn))));
    }

    [Fact]
    public void During_a_long_absence_nothing_is_late_and_afterwards_there_are_five_school_days()
    {
        var person = Person("Wendy Maltravers");
        var facts = Empty with { People = [person], Absences = [new Absence(Guid.NewGuid(), person.Id, new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 1))] };

        Assert.Equal([StandingKind.Paused], Kinds(facts, new DateOnly(2026, 11, 1)));
        Assert.Equal(new Standing(StandingKind.Due, 4), Assert.Single(At(facts, new DateOnly(2026, 11, 2))).Standing);
        Assert.Equal([StandingKind.Overdue], Kinds(facts, new DateOnly(2026, 11, 9)));
    }

    [Fact]
    public void An_exemption_is_of_the_policy_and_outlasts_its_version()
    {
        var person = Person("Gwilym Rees-Davies");
        var facts = Empty with { People = [person], Versions = [First, Second], Exemptions = [Exempt(person, Published)] };

        Assert.Equal([StandingKind.Exempt], Kinds(facts, Published));
        Assert.Equal([StandingKind.Exempt], Kinds(facts, Second.PublishedOn.AddDays(100)));
    }

    private static IReadOnlyList<Requirement> At(SchoolFacts facts, DateOnly day) => facts.RequirementsAt(day);

    private static (StaffMember, Policy, PolicyVersion, string, DateOnly, Standing, Attestation?, bool) Whole(Requirement line) =>
        (line.Person, line.Policy, line.Version, string.Join(' ', line.Assignment.Parts), line.DueOn, line.Standing, line.Attestation, line.HasLeft);

    private static IEnumerable<StandingKind> Kinds(SchoolFacts facts, DateOnly day) => At(facts, day).Select(requirement => requirement.Standing.Kind);

    private static IEnumerable<string> Words(SchoolFacts facts, DateOnly day) =>
        At(facts, day).Select(line => $"{line.Person.FullName} {line.Version.Label} {line.DueOn:O} {line.Standing} {line.Attestation?.Id} {line.HasLeft}");

    private static Exemption Exempt(StaffMember person, DateOnly from) =>
        new(Guid.NewGuid(), TestSchool.Monday, person.Id, Policy.Id, from, null, "Leaves", StaffId.New(), "Helen Ashdown");

    private static StaffMember Person(
        string name,
        Audience audience = Audience.Employee,
        DateOnly? startsOn = null,
        DateOnly? endsOn = null,
        StaffId? id = null
    ) => new(id ?? StaffId.New(), name, null, "Class teacher", audience, startsOn ?? new DateOnly(2020, 9, 1), endsOn);
}
