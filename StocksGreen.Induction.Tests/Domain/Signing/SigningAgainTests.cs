using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Signing;

/// <summary>Who signs what again when a version is published over another.</summary>
public sealed class SigningAgainTests
{
    private static readonly DateOnly Published = new(2026, 9, 14);
    private static readonly Policy Policy = new(PolicyId.New(), "Visitors Policy");
    private static readonly StaffMember Employee = Person(Audience.Employee);
    private static readonly StaffMember Contractor = Person(Audience.Contractor);
    private static readonly PolicyVersion First = Version(1, 0, ["a", "b", "c"]);

    [Fact]
    public void After_minor_changes_the_signature_stands()
    {
        var second = Version(2, 14, ["a", "B", "c"], Minor(0), Change(1, 1, ChangeWeight.Minor), Minor(2));
        var signed = Signature(First);

        var requirement = Ask([First, second], [signed], second.PublishedOn);

        Assert.Equal((second, StandingKind.Signed, signed), (requirement.Version, requirement.Standing.Kind, requirement.Attestation));
        Assert.False(requirement.Assignment.IsOfChangesOnly);
    }

    [Fact]
    public void After_a_material_change_only_what_changed_is_asked_in_ten_school_days_and_the_signature_is_named()
    {
        var second = Version(2, 14, ["a", "B", "c"], Minor(0), Change(1, 1, ChangeWeight.Material), Minor(2));
        var signed = Signature(First);

        var requirement = Ask([First, second], [signed], second.PublishedOn);

        Assert.Equal(
            (Duty.FullSignature, "1", signed, First),
            (requirement.Assignment.Duty, Parts(requirement), requirement.Assignment.Since!.Attestation, requirement.Assignment.Since.Version)
        );
        Assert.Equal(
            (new DateOnly(2026, 10, 12), new Standing(StandingKind.Due, 10), null),
            (requirement.DueOn, requirement.Standing, requirement.Attestation)
        );
    }

    [Fact]
    public void Anyone_who_never_signed_reads_all_of_it_and_is_no_less_late_for_the_new_version()
    {
        var second = Version(2, 14, ["a", "B", "c"], Minor(0), Change(1, 1, ChangeWeight.Material), Minor(2));

        var requirement = Ask([First, second], [], second.PublishedOn.AddDays(7));

        Assert.Equal(("0 1 2", null, new DateOnly(2026, 9, 28)), (Parts(requirement), requirement.Assignment.Since, requirement.DueOn));
        Assert.Equal(new Standing(StandingKind.Overdue, -5), requirement.Standing);
    }

    [Fact]
    public void A_material_change_stays_to_be_read_through_a_later_minor_version_and_moves_with_its_section()
    {
        var second = Version(2, 14, ["a", "B", "c"], Minor(0), Change(1, 1, ChangeWeight.Material), Minor(2));
        var third = Version(3, 28, ["a", "new", "c", "B"], Minor(0), Change(1, null, ChangeWeight.Minor, ChangeKind.Added), Minor(2, 2), Minor(3, 1));

        var requirement = Ask([First, second, third], [Signature(First)], third.PublishedOn);

        Assert.Equal(("3", new DateOnly(2026, 10, 12)), (Parts(requirement), requirement.DueOn));
        Assert.Equal(StandingKind.Signed, Ask([First, second, third], [Signature(First), Signature(second)], third.PublishedOn).Standing.Kind);
    }

    [Fact]
    public void A_section_that_was_materially_removed_is_signed_for_though_there_is_nothing_left_to_confirm()
    {
        var second = Version(
            2,
            14,
            ["a", "b"],
            Minor(0),
            Minor(1),
            new PartChange(null, 2, "2 c", ChangeKind.Removed, ChangeWeight.Material, "Moved to another policy.")
        );

        var requirement = Ask([First, second], [Signature(First)], second.PublishedOn);

        Assert.Equal(("", "2 c", StandingKind.Due), (Parts(requirement), Assert.Single(requirement.Assignment.Removed), requirement.Standing.Kind));
    }

    [Fact]
    public void A_section_that_came_and_went_since_the_signature_is_asked_of_nobody_who_never_saw_it()
    {
        var second = Version(2, 14, ["a", "b", "c", "d"], Minor(0), Minor(1), Minor(2), Change(3, null, ChangeWeight.Material, ChangeKind.Added));
        var third = Version(
            3,
            28,
            ["a", "b", "c"],
            Minor(0),
            Minor(1),
            Minor(2),
            new PartChange(null, 3, "3 d", ChangeKind.Removed, ChangeWeight.Material, "Not needed.")
        );

        Assert.Equal(StandingKind.Signed, Ask([First, second, third], [Signature(First)], third.PublishedOn).Standing.Kind);
        Assert.Equal(["3 d"], Ask([First, second, third], [Signature(First), Signature(second)], third.PublishedOn).Assignment.Removed);
    }

    [Theory]
    [InlineData("", "what was taken out")]
    [InlineData("1", "1 changed part")]
    [InlineData("1 2", "2 changed parts")]
    public void Lists_and_papers_say_how_much_of_a_version_is_asked(string parts, string words)
    {
        var changed = Assignment.Whole(First) with
        {
            Parts = [.. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)],
            Since = new EarlierSignature(Signature(First), First),
        };

        Assert.Equal(words, changed.OfChanges());
        Assert.Null(Assignment.Whole(First).OfChanges());
    }

    [Fact]
    public void A_version_whose_changes_were_not_recorded_is_signed_anew_throughout()
    {
        var second = Version(2, 14, ["a", "b", "C"]);

        Assert.Equal("0 1 2", Parts(Ask([First, second], [Signature(First)], second.PublishedOn)));
    }

    [Fact]
    public void An_audience_that_is_shown_a_selection_is_asked_for_what_changed_in_it_and_nothing_else()
    {
        AudienceDuty[] duties = [new(Audience.Contractor, Duty.ShortSignature, [0, 2])];
        var first = Version(1, 0, ["a", "b", "c"], duties);
        var elsewhere = Version(
            2,
            14,
            ["a", "B", "c"],
            duties,
            Minor(0),
            Change(1, 1, ChangeWeight.Material),
            Minor(2),
            new PartChange(null, 3, "9 Gone", ChangeKind.Removed, ChangeWeight.Material, "Gone.")
        );
        var within = Version(2, 14, ["a", "b", "C"], duties, Minor(0), Minor(1), Change(2, 2, ChangeWeight.Material));
        var signed = Signature(first, Duty.ShortSignature, Contractor);

        Assert.Equal("0 2", Parts(Ask([first], [], Published, Contractor)));
        Assert.Equal(StandingKind.Signed, Ask([first, elsewhere], [signed], elsewhere.PublishedOn, Contractor).Standing.Kind);
        Assert.Equal(
            ("2", Duty.ShortSignature),
            (
                Parts(Ask([first, within], [signed], within.PublishedOn, Contractor)),
                Ask([first, within], [signed], within.PublishedOn, Contractor).Assignment.Duty
            )
        );
    }

    [Fact]
    public void A_short_signature_is_not_enough_for_who_must_sign_in_full()
    {
        var signed = Signature(First, Duty.ShortSignature);

        Assert.Equal(("0 1 2", StandingKind.Due), (Parts(Ask([First], [signed], Published)), Ask([First], [signed], Published).Standing.Kind));
    }

    [Fact]
    public void A_full_signature_is_enough_for_who_need_only_sign_in_short()
    {
        var shortly = Version(1, 0, ["a"], [new AudienceDuty(Audience.Employee, Duty.ShortSignature, null)]);

        Assert.Equal(StandingKind.Signed, Ask([shortly], [Signature(shortly)], Published).Standing.Kind);
    }

    [Fact]
    public void Anyone_who_is_only_reminded_is_asked_for_nothing() =>
        Assert.Empty(
            Facts([Version(1, 0, ["a"], [new AudienceDuty(Audience.Visitor, Duty.ReminderOnly, null)])], [], Person(Audience.Visitor)).RequirementsAt(Published)
        );

    [Fact]
    public void An_audience_that_is_added_later_has_its_ten_days_from_that_decision_and_the_past_stays_as_it_was()
    {
        var decided = new AudienceDecision(
            Guid.NewGuid(),
            TestSchool.Monday.AddDays(21),
            First.Id,
            [.. SmallPolicy.ForEverybody, new AudienceDuty(Audience.Contractor, Duty.ShortSignature, null)],
            "Helen Ashdown"
        )
        {
            EvidenceNumber = 9,
        };
        var facts = Facts([First], [], Contractor) with { AudienceDecisions = [decided] };

        Assert.Empty(facts.RequirementsAt(Published.AddDays(20)));
        Assert.Equal(new DateOnly(2026, 10, 19), Assert.Single(facts.RequirementsAt(Published.AddDays(21))).DueOn);
    }

    [Fact]
    public void A_decision_on_audiences_that_leaves_one_as_it_was_makes_nobody_of_it_less_late()
    {
        var decided = new AudienceDecision(Guid.NewGuid(), TestSchool.Monday.AddDays(21), First.Id, SmallPolicy.ForEverybody, "Helen Ashdown")
        {
            EvidenceNumber = 9,
        };
        var facts = Facts([First], [], Employee) with { AudienceDecisions = [decided] };

        Assert.Equal(new DateOnly(2026, 9, 28), Assert.Single(facts.RequirementsAt(Published.AddDays(22))).DueOn);
    }

    private static Requirement Ask(PolicyVersion[] versions, Attestation[] signatures, DateOnly day, StaffMember? person = null) =>
        Assert.Single(Facts(versions, signatures, person ?? Employee).RequirementsAt(day));

    private static string Parts(Requirement requirement) => string.Join(' ', requirement.Assignment.Parts);

    private static SchoolFacts Facts(PolicyVersion[] versions, Attestation[] signatures, StaffMember person) =>
        new([person], [Policy], versions, [], signatures, [], []);

    private static StaffMember Person(Audience audience) => new(StaffId.New(), "Amelia Hart", null, "Class teacher", audience, new DateOnly(2020, 9, 1));

    private static Attestation Signature(PolicyVersion version, Duty duty = Duty.FullSignature, StaffMember? person = null) =>
        new(AttestationId.New(), (person ?? Employee).Id, version.Id, duty, version.PublishedAt, 1);

    private static PartChange Minor(int ordinal, int? before = null) => new(ordinal, before ?? ordinal, "", ChangeKind.Unchanged, ChangeWeight.Minor, "");

    private static PartChange Change(int ordinal, int? before, ChangeWeight weight, ChangeKind kind = ChangeKind.Changed) =>
        new(ordinal, before, "", kind, weight, "Clearer.");

    private static PolicyVersion Version(int number, int daysLater, string[] parts, params PartChange[] changes) =>
        Version(number, daysLater, parts, SmallPolicy.ForEverybody, changes);

    /// <summary>The first of the parts is the key details.</summary>
    private static PolicyVersion Version(int number, int daysLater, string[] parts, IReadOnlyList<AudienceDuty> duties, params PartChange[] changes)
    {
        var sections = parts
            .Skip(1)
            .Select((words, index) => new PolicySection($"{index + 1}", words, 1, [new Paragraph(RichText.FromPlainText(words))]))
            .ToList();
        var text = new PolicyContent("Visitors Policy", "", [new KeyDetail("Owner", parts[0])], [], sections, [], null, null);
        return SmallPolicy.Version(
            TestSchool.Monday.AddDays(daysLater),
            text,
            number,
            Policy.Id,
            new Release(ReviewReason.Annual, "", "Helen Ashdown", "New.", changes, duties)
        );
    }
}
