using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Makes of a filled form and all that is known round it the facts to seal, or the reasons why not.</summary>
public static class SignatureBuilder
{
    private static readonly AttestationFacts.LifeFacts Kept = new(
        "Legal obligation and the school's task in the public interest (UK GDPR article 6(1)(c) and (e)): safeguarding, and showing that staff were told",
        "At least six years after the signer leaves, for the program does not delete it by itself; detailed reading times until 30 days after the signature"
    );

    /// <summary>Decides whether a signature stands, and what it seals.</summary>
    /// <param name="signature">What the person ticked and typed.</param>
    /// <param name="ledger">What the person has confirmed of this version.</param>
    /// <param name="context">Who, how proved, when, under which school and software.</param>
    /// <returns>The facts to seal, or every reason why not, in the order of the form.</returns>
    public static SignatureDecision Sign(SignatureForm signature, ReadingLedger ledger, SigningContext context)
    {
        var errors = signature.Errors(context.Signer.FullName, context.Statements).ToList();
        if (!ledger.IsComplete)
        {
            errors.Insert(0, new ValidationError("Parts", OpenParts(ledger)));
        }

        if (context.ProvedAgain is null && WhyProve(context.Actor.Proof, context.HasOwnProof, context.At) is { } why)
        {
            errors.Add(new ValidationError("Proof", $"Show again that it is you: {why}."));
        }

        return errors.Count > 0 ? new SignatureDecision.Refused(errors) : new SignatureDecision.Accepted(Facts(signature, ledger, context));
    }

    /// <summary>Why someone shows again who they are before they sign.</summary>
    /// <param name="hasOwnProof">Whether they have a password, or a passkey that they can show where they are.</param>
    /// <param name="now">UTC.</param>
    /// <returns>"you signed in more than an hour ago"; null where the session stands for them.</returns>
    public static string? WhyProve(IdentityProof proof, bool hasOwnProof, DateTimeOffset now) =>
        hasOwnProof && proof.GivenBy is { } giver ? $"you came in by a link or code that {giver} made"
        : proof.IsOld(now) ? "you signed in more than an hour ago"
        : null;

    /// <summary>What is sealed of a signature on paper: it is what the witness saw, so nothing of the reading is claimed.</summary>
    /// <param name="nameOnPaper">As it stands there.</param>
    /// <param name="declaration">As it stands there; null where the paper does not ask.</param>
    /// <param name="context">With the facts of the paper, and statements as they stand there.</param>
    public static AttestationFacts OnPaper(string nameOnPaper, DeclarationOutcome? declaration, ReadingLedger ledger, SigningContext context) =>
        Facts(new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, nameOnPaper, declaration), ledger, context);

    private static string OpenParts(ReadingLedger ledger)
    {
        if (ledger.Waiting.FirstOrDefault() is { } waiting)
        {
            return $"Your question about {waiting.Part.Heading} is not answered yet, and signing waits for it. If you understand it now, confirm that part.";
        }

        var open = ledger.Parts.Count - ledger.ConfirmedCount;
        return open switch
        {
            0 => $"Answer the question about {ledger.Next!.Heading} first.",
            1 => "Confirm the one part that is still open first.",
            _ => $"Confirm the {open} parts that are still open first.",
        };
    }

    private static AttestationFacts Facts(SignatureForm signature, ReadingLedger ledger, SigningContext context)
    {
        var version = ledger.Version;
        var assignment = ledger.Assignment;
        var signedAt = EvidenceHash.ToWholeMilliseconds(context.At);
        var review = version.ReviewOn(LondonTime.DateIn(signedAt));
        var offset = LondonTime.Offset(signedAt);
        var pace = context.Paper is null ? ReadingPace.Measure(ledger.Parts) : null;
        return new AttestationFacts(
            AttestationFacts.CurrentForm,
            context.Paper is null ? AttestationFacts.Electronic : AttestationFacts.OnPaper,
            context.Id.Value,
            context.School,
            new(context.Signer.Id.Value, context.Signer.FullName, context.Signer.Email, context.Signer.JobTitle, context.Signer.Audience.Singular()),
            new(
                context.Actor.Proof.Method,
                context.Actor.Proof.At,
                context.Actor.Session,
                context.Actor.Address,
                context.Actor.Browser,
                context.Actor.AddressRule,
                context.ProvedAgain,
                context.Actor.Proof.GivenBy
            ),
            new(
                version.PolicyId.Value,
                version.Id.Value,
                version.Text.Title,
                version.Number,
                version.PublishedOn,
                version.PublishedBy,
                version.TextHash,
                version.Text.KeyDetails,
                version.Text.BasedOn,
                version.Text.NextReview?.ToString(),
                review.Phrase,
                review.IsOverdue,
                context.DueOn,
                version.Release.DecidedBy.Length > 0 ? version.Release.DecidedBy : null,
                version.InForceFrom == version.PublishedOn ? null : version.InForceFrom
            ),
            context.Paper is null ? [.. ledger.Parts.Select(Part)] : [],
            new(
                context.Statements.Read,
                context.Statements.Understood,
                context.Statements.Consent,
                context.Statements.Button,
                signature.TypedName,
                DrawnSignature.Parse(signature.Drawing) is { } drawn ? DrawnSignature.Write(drawn) : null
            ),
            new(
                signedAt,
                LondonTime.ZoneId,
                LondonTime.ZoneName(signedAt),
                (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture),
                "server"
            ),
            context.Software,
            context.IsDemonstration,
            new(
                assignment.Duty.ToString(),
                assignment.Since is { } since
                    ? new(since.Attestation.Id.Value, since.Version.Number, since.Version.TextHash, since.Attestation.SignedAt)
                    : null,
                assignment.Removed
            ),
            [
                .. context
                    .KeyRoles.OrderBy(held => held.Key)
                    .Select(held => new AttestationFacts.RoleFacts(held.Key.ToString(), held.Value.Holder, held.Value.From)),
            ],
            new(
                context.Paper is null ? "On a screen, in English" : "On paper, in English",
                context.Paper is null ? ReadingPace.Describe(ledger.Parts) : null,
                context.Adjustments,
                pace?.Seconds,
                pace?.Words
            ),
            context.Briefings,
            Kept,
            signature.Declaration is { } outcome
                ? new(
                    outcome.ToString(),
                    Statements.For(outcome),
                    outcome is DeclarationOutcome.SomethingToDiscuss ? context.DeclarationId : null,
                    context.Salt
                )
                : null,
            context.Path,
            context.Paper
        );
    }

    private static AttestationFacts.PartFacts Part(ReadingLedger.Line line) =>
        new(
            line.Part.Ordinal,
            line.Part.Heading,
            line.Part.Hash,
            line.Confirmation!.ConfirmedAt,
            line.Confirmation.EvidenceNumber,
            line.Reading?.Reopened ?? 0,
            line.Questions.Count == 0
                ? null
                :
                [
                    .. line.Questions.Select(asked => new AttestationFacts.AskedFacts(
                        asked.Question.EvidenceNumber,
                        [.. asked.Answers.Select(answer => answer.EvidenceNumber)]
                    )),
                ],
            line.Quiz.Count == 0 ? null : [.. line.Quiz.Select(Question)]
        );

    private static AttestationFacts.QuizFacts Question(QuizStanding question)
    {
        var passed = question.Passed!;
        var attempts = question.Attempts.TakeWhile(attempt => attempt != passed).Count() + 1;
        return new(question.Question.QuestionId, passed.QuestionNumber, question.Question.Text, passed.Chosen, attempts, passed.At, passed.EvidenceNumber);
    }
}
