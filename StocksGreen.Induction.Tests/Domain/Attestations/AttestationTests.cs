using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Attestations;

public sealed class AttestationTests
{
    private static readonly DateTimeOffset Published = TestSchool.Monday;
    private static readonly DateTimeOffset SignedAt = new(2026, 9, 15, 15, 5, 9, 123, TimeSpan.Zero);
    private static readonly StaffMember Amelia = new(
        StaffId.New(),
        "Amelia Hart",
        "amelia@school.example",
        "Teaching assistant",
        Audience.Employee,
        new DateOnly(2026, 9, 14)
    );
    private static readonly Actor Actor = new(
        Amelia.Id,
        "Amelia Hart",
        AccessRoles.Staff,
        new IdentityProof("one-time link", SignedAt.AddMinutes(-20)),
        "5e55",
        "192.0.2.7",
        "Safari on iPhone"
    );
    private static readonly PolicyVersion Version = SmallPolicy.Version(Published);
    private static readonly SignatureForm Signature = new(
        AffirmsRead: true,
        AffirmsUnderstood: true,
        " amelia  HART",
        DeclarationOutcome.NothingToDeclare,
        "10,20 30,40;5,5 6,7"
    );

    [Fact]
    public void A_signature_seals_everything_that_was_true_when_it_was_made()
    {
        var context = Context(SignedAt + TimeSpan.FromTicks(4567));

        var accepted = Assert.IsType<SignatureDecision.Accepted>(SignatureBuilder.Sign(Signature, Ledger(confirmed: 3), context));

        var facts = new AttestationFacts(
            "attestation/1",
            "electronic",
            context.Id.Value,
            "Stocks Green Primary School",
            new(Amelia.Id.Value, "Amelia Hart", "amelia@school.example", "Teaching assistant", "Employee"),
            new("one-time link", context.Actor.Proof.At, "5e55", "192.0.2.7", "Safari on iPhone"),
            new(
                Version.PolicyId.Value,
                Version.Id.Value,
                "Visitors Policy",
                1,
                new DateOnly(2026, 9, 14),
                "Helen Ashdown",
                Version.TextHash,
                Version.Text.KeyDetails,
                "KCSIE 2024",
                "2025-10",
                "Full review overdue since October 2025",
                IsReviewOverdue: true,
                new DateOnly(2026, 9, 18),
                "Helen Ashdown"
            ),
            [
                new(0, "Key details", Version.Parts[0].Hash, Published.AddMinutes(1), 10, 0),
                new(1, "1 Arriving", Version.Parts[1].Hash, Published.AddMinutes(2), 11, 0),
                new(2, "1.1 Badges", Version.Parts[2].Hash, Published.AddMinutes(3), 12, 0),
            ],
            new(context.Statements.Read, context.Statements.Understood, context.Statements.Consent, "Sign this policy", " amelia  HART", "10,20 30,40;5,5 6,7"),
            new(SignedAt, "Europe/London", "BST", "+01:00", "server"),
            "StocksGreen.Induction 9.9",
            IsDemonstration: true,
            new("FullSignature", null, []),
            [new("DesignatedSafeguardingLead", "Helen Ashdown", new DateOnly(2026, 9, 1))],
            new("On a screen, in English", null, []),
            [],
            accepted.Facts.Life,
            new("NothingToDeclare", "Nothing to declare: I know of no relationship or situation that would keep me from following this policy.", null, "")
        );
        Assert.StartsWith("Legal obligation", accepted.Facts.Life.Basis, StringComparison.Ordinal);
        Assert.Equal(facts.ToJson(), accepted.Facts.ToJson());
    }

    [Fact]
    public void What_is_sealed_reads_back_as_it_was_written()
    {
        var json = Assert.IsType<SignatureDecision.Accepted>(SignatureBuilder.Sign(Signature, Ledger(confirmed: 3), Context(SignedAt))).Facts.ToJson();

        Assert.Equal(json, AttestationFacts.Parse(json).ToJson());
        Assert.StartsWith("""{"form":"attestation/1","kind":"electronic","attestation":""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "BST", "+01:00")]
    [InlineData("2026-10-25T01:30:00Z", "GMT", "+00:00")]
    [InlineData("2027-03-28T00:59:59Z", "GMT", "+00:00")]
    [InlineData("2027-03-28T01:00:00Z", "BST", "+01:00")]
    public void A_signature_at_half_past_one_while_the_clocks_change_says_which_half_past_one(string at, string zone, string offset)
    {
        var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        var accepted = Assert.IsType<SignatureDecision.Accepted>(SignatureBuilder.Sign(Signature, Ledger(confirmed: 3), Context(instant)));

        Assert.Equal(new AttestationFacts.TimeFacts(instant, "Europe/London", zone, offset, "server"), accepted.Facts.Time);
    }

    [Fact]
    public void The_review_is_judged_on_Londons_date_of_signing()
    {
        // 1 November in London has begun; 31 October was the last day in time.
        var (before, after) = (
            Facts(new DateTimeOffset(2025, 10, 31, 23, 59, 0, TimeSpan.Zero)),
            Facts(new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero))
        );

        Assert.Equal(("Next full review October 2025", false), (before.Policy.Review, before.Policy.IsReviewOverdue));
        Assert.Equal(("Full review overdue since October 2025", true), (after.Policy.Review, after.Policy.IsReviewOverdue));
    }

    [Fact]
    public void Nobody_signs_before_every_part_is_confirmed()
    {
        Assert.Equal([new ValidationError("Parts", "Confirm the one part that is still open first.")], Errors(Signature, confirmed: 2));
        Assert.Equal([new ValidationError("Parts", "Confirm the 3 parts that are still open first.")], Errors(Signature, confirmed: 0));
    }

    [Fact]
    public void Every_reason_is_told_at_once_in_the_order_of_the_form() =>
        Assert.Equal(
            ["Parts", "Read", "Understood", "Name"],
            Errors(new SignatureForm(AffirmsRead: false, AffirmsUnderstood: false, "Someone Else", DeclarationOutcome.NothingToDeclare), confirmed: 1)
                .Select(error => error.Key)
        );

    private static AttestationFacts Facts(DateTimeOffset at) =>
        Assert.IsType<SignatureDecision.Accepted>(SignatureBuilder.Sign(Signature, Ledger(confirmed: 3), Context(at))).Facts;

    private static IReadOnlyList<ValidationError> Errors(SignatureForm form, int confirmed) =>
        Assert.IsType<SignatureDecision.Refused>(SignatureBuilder.Sign(form, Ledger(confirmed), Context(SignedAt))).Errors;

    private static ReadingLedger Ledger(int confirmed) =>
        new(
            Version,
            Assignment.Whole(Version),
            Enumerable
                .Range(0, confirmed)
                .Select(ordinal => new SectionConfirmation(Amelia.Id, Version.Id, ordinal, Published.AddMinutes(ordinal + 1), ordinal + 10))
        );

    private static SigningContext Context(DateTimeOffset at) =>
        new(
            AttestationId.New(),
            Actor with
            {
                Proof = Actor.Proof with { At = at.AddMinutes(-20) },
            },
            Amelia,
            "Stocks Green Primary School",
            Statements.For(Version, Assignment.Whole(Version)),
            new DateOnly(2026, 9, 18),
            at,
            "StocksGreen.Induction 9.9",
            IsDemonstration: true,
            KeyRoleChange.On(
                new DateOnly(2026, 9, 15),
                [new KeyRoleChange(Guid.NewGuid(), Published, KeyRole.DesignatedSafeguardingLead, "Helen Ashdown", new DateOnly(2026, 9, 1), "Ruth Pemberton")]
            )
        );
}
