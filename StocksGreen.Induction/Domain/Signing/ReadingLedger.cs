using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Questions;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>How far a person is through what they must read of a version: each part and its confirmation.</summary>
public sealed class ReadingLedger
{
    /// <param name="assignment">What of the version this person must read.</param>
    /// <param name="confirmations">The person's own for this version, in any order.</param>
    public ReadingLedger(PolicyVersion version, Assignment assignment, IEnumerable<SectionConfirmation> confirmations)
        : this(version, assignment, ReaderRecord.From(confirmations)) { }

    /// <param name="assignment">What of the version this person must read.</param>
    /// <param name="record">The person's own for this version.</param>
    public ReadingLedger(PolicyVersion version, Assignment assignment, ReaderRecord record)
    {
        Version = version;
        Assignment = assignment;
        var confirmations = record.Confirmations.ToDictionary(confirmation => confirmation.Ordinal);
        var readings = record.Readings.ToDictionary(reading => reading.Ordinal);
        var attempts = record.Attempts.OrderBy(attempt => attempt.EvidenceNumber).ToLookup(attempt => (attempt.Ordinal, attempt.QuestionId));
        Parts =
        [
            .. assignment.Parts.Select(ordinal => new Line(version.Parts[ordinal], confirmations.GetValueOrDefault(ordinal))
            {
                Reading = readings.GetValueOrDefault(ordinal),
                Questions = [.. record.Questions.Where(asked => asked.Question.Ordinal == ordinal)],
                Quiz =
                [
                    .. record
                        .Quiz.Where(question => question.IsAbout(version.Parts[ordinal]))
                        .Select(question => new QuizStanding(question, [.. attempts[(ordinal, question.QuestionId)]])),
                ],
            }),
        ];
    }

    public PolicyVersion Version { get; }

    public Assignment Assignment { get; }

    /// <summary>The parts to confirm, in reading order; a part that is not asked of this person is not among them.</summary>
    public IReadOnlyList<Line> Parts { get; }

    public int ConfirmedCount => Parts.Count(line => line.Confirmation is not null);

    /// <summary>
    /// True where the signature may follow: every part is confirmed, its questions are answered, and nothing that was asked of the school is open.
    /// </summary>
    public bool IsComplete => Parts.All(line => line.IsDone);

    /// <summary>Parts about which the person waits for an answer.</summary>
    public IEnumerable<Line> Waiting => Parts.Where(line => line.IsWaiting);

    /// <summary>The first part to go on with; one that waits for an answer comes last. Null when all are done.</summary>
    public PolicyPart? Next => (Parts.FirstOrDefault(line => !line.IsDone && !line.IsWaiting) ?? Parts.FirstOrDefault(line => !line.IsDone))?.Part;

    /// <summary>Minutes of reading that are left; 0 when every part is confirmed.</summary>
    public int MinutesLeft => ReadingTime.MinutesFor(Parts.Where(line => line.Confirmation is null).Sum(line => line.Part.WordsToRead));

    /// <summary>
    /// The open part to go on with after one was confirmed: the next open one below it, else the first open one; null when all are confirmed.
    /// </summary>
    public PolicyPart? NextAfter(int ordinal) => Parts.FirstOrDefault(line => !line.IsDone && !line.IsWaiting && line.Part.Ordinal > ordinal)?.Part ?? Next;

    /// <summary>One part, and what is on record of it.</summary>
    /// <param name="Confirmation">Null while the part is open.</param>
    public sealed record Line(PolicyPart Part, SectionConfirmation? Confirmation)
    {
        /// <summary>When the person had it before them; null where nothing was recorded, or the times have been deleted.</summary>
        public PartReading? Reading { get; init; }

        /// <summary>What the person asked about it.</summary>
        public IReadOnlyList<AskedQuestion> Questions { get; init; } = [];

        /// <summary>The questions that show whether it was understood.</summary>
        public IReadOnlyList<QuizStanding> Quiz { get; init; } = [];

        /// <summary>True while the person waits for an answer. Confirming the part afterwards says that it is understood now.</summary>
        public bool IsWaiting => Questions.Any(asked => asked.IsOpen && (Confirmation is null || asked.Question.At > Confirmation.ConfirmedAt));

        /// <summary>The first question that is not answered rightly; asked once the part is confirmed.</summary>
        public QuizStanding? OpenQuestion => Quiz.FirstOrDefault(question => question.Passed is null);

        public bool IsDone => Confirmation is not null && !IsWaiting && OpenQuestion is null;
    }
}
