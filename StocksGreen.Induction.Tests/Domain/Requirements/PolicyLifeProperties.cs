using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Requirements;

/// <summary>What holds of every duty, whatever versions come into force when and whatever is withdrawn and brought back.</summary>
public sealed class PolicyLifeProperties
{
    private static readonly DateOnly First = new(2026, 9, 14);
    private static readonly Policy Policy = new(PolicyId.New(), "Visitors Policy");
    private static readonly StaffMember[] People =
    [
        Person("Amelia Hart", Audience.Employee),
        Person("Priya Nair", Audience.Governor),
        Person("Leaves", Audience.Employee, First.AddDays(40)),
        Person("A Visitor", Audience.Visitor),
    ];

    private static readonly PolicyVersion Original = SmallPolicy.Version(TestSchool.Monday, policy: Policy.Id);

    /// <summary>What happens to the policy: some days later a version for a day ahead, or a withdrawal from a day ahead, or that it is kept.</summary>
    private static readonly Gen<(int Days, int Ahead, int What)[]> Lives =
        from count in Gen.Choose(0, 6)
        from steps in Gen.ArrayOf(
            from days in Gen.Choose(1, 25)
            from ahead in Gen.Choose(0, 40)
            from what in Gen.Choose(0, 3)
            select (days, ahead, what),
            count
        )
        select steps;

    private static readonly Gen<(SchoolFacts Facts, DateOnly Day)> Schools =
        from steps in Lives
        from signedAfter in Gen.Choose(0, 90)
        from day in Gen.Choose(0, 200)
        select (Facts(steps, signedAfter), First.AddDays(day));

    [Fact]
    public void Nobody_is_asked_twice_and_the_figures_are_all_who_are_asked() =>
        Check(
            Schools,
            drawn =>
            {
                var asked = drawn.Facts.RequirementsAt(drawn.Day);
                var figures = StandingFigures.From(asked);
                return asked.DistinctBy(one => (one.Person.Id, one.Policy.Id)).Count() == asked.Count
                    && figures.Signed + figures.Due + figures.Overdue + figures.Paused + figures.Exempt + figures.Left == asked.Count;
            }
        );

    [Fact]
    public void Nothing_is_asked_of_what_is_not_in_force_and_nobody_is_late_on_the_first_day() =>
        Check(
            Schools,
            drawn =>
            {
                var history = drawn.Facts.HistoryOf(Policy.Id);
                var asked = drawn.Facts.RequirementsAt(drawn.Day);
                return history.InForceOn(drawn.Day) is { } version
                    ? asked.All(one => one.Version == version)
                        && (history.InForceOn(drawn.Day.AddDays(-1)) is not null || asked.All(one => one.Standing.Kind is not StandingKind.Overdue))
                    : asked.Count == 0;
            }
        );

    [Fact]
    public void No_path_loses_a_signature() =>
        Check(
            Schools,
            drawn =>
                drawn.Facts.Attestations is not [var signature]
                || LondonTime.DateIn(signature.SignedAt) > drawn.Day
                || drawn
                    .Facts.RequirementsAt(drawn.Day)
                    .Where(one => one.Person.Id == signature.StaffId)
                    .All(one => one.Attestation == signature || one.Assignment.Since?.Attestation == signature)
        );

    [Fact]
    public void What_is_recorded_later_changes_no_earlier_day() =>
        Check(
            Schools,
            drawn =>
            {
                var end = LondonTime.EndOf(drawn.Day);
                var known = drawn.Facts with
                {
                    Versions = [.. drawn.Facts.Versions.Where(version => version.PublishedAt < end)],
                    PolicyWithdrawals = [.. drawn.Facts.PolicyWithdrawals.Where(decision => decision.At < end)],
                    Attestations = [.. drawn.Facts.Attestations.Where(signature => signature.SignedAt < end)],
                };
                return Words(known.RequirementsAt(drawn.Day)).SequenceEqual(Words(drawn.Facts.RequirementsAt(drawn.Day)), StringComparer.Ordinal);
            }
        );

    private static void Check<T>(Gen<T> drawn, Func<T, bool> holds) => Prop.ForAll(Arb.From(drawn), holds).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Words(IEnumerable<Requirement> requirements) =>
        requirements.Select(one =>
            $"{one.Person.FullName} {one.Version.Number} {one.DueOn} {one.Standing} {one.Attestation?.Id} {one.Assignment.IsOfChangesOnly}"
        );

    private static SchoolFacts Facts((int Days, int Ahead, int What)[] steps, int signedAfter)
    {
        var (at, versions, decisions) = (TestSchool.Monday, new List<PolicyVersion> { Original }, new List<PolicyWithdrawal>());
        foreach (var (days, ahead, what) in steps)
        {
            at = at.AddDays(days);
            var from = LondonTime.DateIn(at).AddDays(ahead);
            var history = new PolicyHistory(versions, decisions);
            if (what < 2)
            {
                var weight = what == 0 ? ChangeWeight.Material : ChangeWeight.Minor;
                versions.Add(Next(at, versions.Count + 1, SmallPolicy.AmendedRelease(weight), from));
            }
            else if (what == 2 && history.WithdrawnOn(LondonTime.DateIn(at)) is null)
            {
                decisions.Add(Decision(at, from, decisions.Count));
            }
            else
            {
                decisions.Add(Decision(at, null, decisions.Count));
            }
        }

        var signedAt = TestSchool.Monday.AddDays(signedAfter);
        var signed = new PolicyHistory(versions, decisions).InForceOn(LondonTime.DateIn(signedAt));
        return new SchoolFacts(
            People,
            [Policy],
            versions,
            [],
            signed is null ? [] : [new Attestation(AttestationId.New(), People[0].Id, signed.Id, Duty.FullSignature, signedAt, 1)],
            [],
            []
        )
        {
            PolicyWithdrawals = decisions,
        };
    }

    private static PolicyVersion Next(DateTimeOffset at, int number, Release release, DateOnly from) =>
        PolicyVersion.Publish(VersionId.New(), Policy.Id, number, SmallPolicy.Amended, release, at, "Helen Ashdown", "visitors.txt", inForceFrom: from);

    private static PolicyWithdrawal Decision(DateTimeOffset at, DateOnly? from, int number) =>
        new(Guid.NewGuid(), at, Policy.Id, from, "Merged.", null, "Governors", StaffId.New(), "Helen Ashdown") { EvidenceNumber = number };

    private static StaffMember Person(string name, Audience audience, DateOnly? endsOn = null) =>
        new(StaffId.New(), name, null, "Class teacher", audience, new DateOnly(2020, 9, 1), endsOn);
}
