using MimeKit;
using MimeKit.Text;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Mail;

/// <summary>Writes a letter as mail programs exchange it.</summary>
internal static class LetterWriter
{
    /// <summary>"…@school.example", without its angle brackets.</summary>
    internal static string MessageId(Guid letter, MailOptions options) => $"{letter:N}@{options.From[(options.From.LastIndexOf('@') + 1)..]}";

    /// <returns>Null where the letter is to something that is no address.</returns>
    internal static MimeMessage? Write(Letter letter, MailOptions options)
    {
        if (!MailOptions.IsAddress(letter.ToAddress))
        {
            return null;
        }

        var message = new MimeMessage
        {
            MessageId = MessageId(letter.Id, options),
            Date = letter.At,
            Subject = OneLine(letter.Subject),
        };
        message.From.Add(new MailboxAddress(OneLine(letter.FromName), options.From));
        message.To.Add(new MailboxAddress(OneLine(letter.ToName), letter.ToAddress));
        // Asks holiday replies to keep quiet.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.Body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = letter.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            new TextPart(TextFormat.Html) { Text = letter.Html, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        return message;
    }

    /// <summary>A name or title with a line break in it would begin a header of its own.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
