using MimeKit;

namespace StocksGreen.Induction.Mail;

/// <summary>Reads delivery status notifications (RFC 3464).</summary>
public static class BounceReader
{
    private const int MostBytes = 5_000_000;

    /// <returns>Null for any other message: one that was merely delayed, a holiday reply, something that is no mail.</returns>
    public static Bounce? Parse(Stream file)
    {
        if (file.Length > MostBytes)
        {
            return null;
        }

        try
        {
            using var message = MimeMessage.Load(file);
            return
                message.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status
                && Failed(status) is { } failed
                && LetterOf(message) is { } letter
                ? new Bounce(letter, AfterType(failed["Final-Recipient"]), $"{failed["Status"]} {AfterType(failed["Diagnostic-Code"])}".Trim())
                : null;
        }
        catch (Exception fault) when (fault is FormatException or IOException or ParseException)
        {
            return null;
        }
    }

    private static HeaderList? Failed(MessageDeliveryStatus status) =>
        status.StatusGroups.FirstOrDefault(group => "failed".Equals(group["Action"]?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Raw: "rfc822; nobody@school.example", "smtp; 550 no such user here".</summary>
    private static string AfterType(string? field) => field is null ? "" : field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>The letter that came back with the report, whole or its headers alone.</summary>
    private static Guid? LetterOf(MimeMessage report)
    {
        var returned = report
            .BodyParts.OfType<MessagePart>()
            .Select(part => part.Message?.MessageId)
            .Concat(report.BodyParts.OfType<TextRfc822Headers>().Select(part => part.Message?.MessageId))
            .FirstOrDefault(id => id is not null);
        return returned?.Split('@') is [var letter, _] && Guid.TryParseExact(letter, "N", out var id) ? id : null;
    }
}
