using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Asking;

/// <summary>Records that a reader does not understand a part yet, and whom they ask. Signing waits, and nothing is late while it does.</summary>
public sealed class AskQuestion(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="askedOf">One of those who may be asked.</param>
    /// <returns>Not found when there is no such part for the actor.</returns>
    /// <remarks>The same question sent twice, by a second tap, is one question.</remarks>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, VersionId version, int ordinal, string? text, StaffId? askedOf, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                var policy = await PolicyToReadQuery.LoadAsync(db, actor, version, today, cancellationToken);
                if (policy?.Line(ordinal) is not { } line || policy.Attestation is not null)
                {
                    return Result.NotFound;
                }

                var words = FreeText.Clean(text);
                var person = (await PeopleToAsk.ReadAsync(db, policy.Person, today, cancellationToken)).FirstOrDefault(person => person.Id == askedOf);
                List<ValidationError> errors =
                [
                    .. FreeText.Errors("Text", words, "Write what you do not understand yet. A few words are enough.", ReaderQuestion.LongestText),
                ];
                if (person is null)
                {
                    errors.Add(new ValidationError("AskedOf", "Choose whom to ask."));
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                if (!line.Questions.Any(asked => asked.IsOpen && asked.Question.Text == words && asked.Question.AskedOf == person!.Id))
                {
                    log.Record(new ReaderQuestion(Guid.NewGuid(), now, actor.StaffId, version, ordinal, line.Part.Heading, words, person!.Id, person.FullName));
                }

                return Result.Done;
            },
            cancellationToken
        );
}
