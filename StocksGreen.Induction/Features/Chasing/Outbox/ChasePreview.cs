using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>What happens to each of those whom someone chose, before it does.</summary>
/// <param name="ByEmail">Who gets which mail.</param>
/// <param name="ForSlips">Who has no address that works.</param>
/// <param name="Done">Names of those for whom nothing is open any more, or who are away.</param>
/// <param name="Way">How mail leaves; where it does not, the office writes the mails itself.</param>
/// <param name="IsUsed">True where it has been sent already.</param>
public sealed record ChasePreview(
    IReadOnlyList<ChasePreview.Mail> ByEmail,
    IReadOnlyList<ChasePreview.Slip> ForSlips,
    IReadOnlyList<string> Done,
    MailTransport Way,
    bool IsUsed
)
{
    /// <summary>Someone who was reminded so many days ago or less is marked.</summary>
    public const int RecentDays = 3;

    public int Recently => ByEmail.Count(mail => mail.IsRecent) + ForSlips.Count(slip => slip.IsRecent);

    /// <param name="LastChased">Null when no one has.</param>
    public sealed record Mail(Digest Digest, WrittenDigest Written, Chase? LastChased, bool IsRecent)
    {
        // Longer links are cut or refused by some mail programs.
        private const int LongestLink = 1_900;

        /// <summary>Opens the mail in the office's own mail program; without its list of policies where that would be too long for a link.</summary>
        public string MailTo => Link(Written.Text) is { Length: <= LongestLink } whole ? whole : Link(Written.ShortText);

        private string Link(string body) =>
            $"mailto:{Uri.EscapeDataString(Digest.Person.Email!)}?subject={Uri.EscapeDataString(Written.Subject)}&body="
            + $"{Uri.EscapeDataString(body.ReplaceLineEndings("\r\n"))}";
    }

    /// <param name="Why">Why no mail goes there.</param>
    /// <param name="LastChased">Null when no one has.</param>
    public sealed record Slip(Digest Digest, string Why, Chase? LastChased, bool IsRecent);
}
