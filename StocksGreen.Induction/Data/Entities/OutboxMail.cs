using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>A mail on its way out. Its <see cref="Notice"/>, of the same id, proves that it was put here; this row is only the work that is left.</summary>
public sealed class OutboxMail
{
    /// <summary>How long a mail is tried before the office is told.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(2);

    /// <summary>How long one try may take before the process that was at it counts as gone.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>Days after its end for which the text of a letter is kept; to whom, when, why and the hash of its text stay.</summary>
    public const int TextKeptDays = 365;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    private OutboxMail() { }

    /// <param name="notice">What proves it.</param>
    /// <param name="html">The same as the plain text, as a document.</param>
    public OutboxMail(Notice notice, string toName, string text, string html)
    {
        Id = notice.Id;
        Reason = notice.Reason;
        Kind = notice.Kind;
        StaffId = notice.StaffId;
        ToName = toName;
        ToAddress = notice.Address;
        Subject = notice.Subject;
        Text = text;
        Html = html;
        QueuedAt = NextTryAt = notice.At;
    }

    public Guid Id { get; private set; }

    /// <summary>Unique.</summary>
    public string Reason { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    public StaffId StaffId { get; private set; }

    public string ToName { get; private set; } = "";

    public string ToAddress { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Empty once retention has deleted it.</summary>
    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public OutboxState State { get; private set; }

    /// <summary>Null until it has ended.</summary>
    public NoticeResult? Result { get; private set; }

    /// <summary>What the last try or the end was about, for the office; blank where nothing happened yet.</summary>
    public string Words { get; private set; } = "";

    public int Tries { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>UTC; null until it was tried.</summary>
    public DateTimeOffset? FirstTriedAt { get; private set; }

    /// <summary>UTC; from when <see cref="GivenUpAfter"/> counts: the first try since the server last let the program in. Null where there was none.</summary>
    public DateTimeOffset? CountedFrom { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>UTC; when a try that is under way counts as broken off.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>UTC; null until it has ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The mail that was sent in its place, by someone who pressed a button; null where there is none.</summary>
    public Guid? SentAgainAs { get; private set; }

    /// <summary>True where someone should look at it: it did not arrive, or may not have.</summary>
    public bool NeedsSomeone => SentAgainAs is null && Result is NoticeResult.Refused or NoticeResult.GivenUp or NoticeResult.CameBack or NoticeResult.InDoubt;

    /// <summary>Takes it up.</summary>
    public void Claim(DateTimeOffset now)
    {
        State = OutboxState.Claimed;
        LeasedUntil = now + Lease;
        Tries++;
        FirstTriedAt ??= now;
        CountedFrom ??= now;
    }

    /// <summary>Puts it back for a later try.</summary>
    /// <param name="isEndless">True where trying for long shows nothing: the server lets no mail in until someone has put that right.</param>
    /// <returns>False where it has been tried for long enough.</returns>
    public bool TryLater(DateTimeOffset now, string words, bool isEndless)
    {
        var next = now + Waits[Math.Min(Math.Max(Tries, 1), Waits.Length) - 1];
        if (isEndless)
        {
            CountedFrom = null;
        }
        else if (next > (CountedFrom ?? now) + GivenUpAfter)
        {
            return false;
        }

        (State, NextTryAt, LeasedUntil, Words) = (OutboxState.Waiting, next, null, words);
        return true;
    }

    /// <summary>Puts it back as if it had not been taken up: the try was broken off before a server had it.</summary>
    public void Release(DateTimeOffset now) => (State, NextTryAt, LeasedUntil) = (OutboxState.Waiting, now, null);

    public void End(DateTimeOffset now, NoticeResult result, string words) =>
        (State, Result, EndedAt, LeasedUntil, Words) = (OutboxState.Ended, result, now, null, words);

    public void SendAgainAs(Guid other) => SentAgainAs = other;
}
