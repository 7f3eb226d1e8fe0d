using System.Text;
using MimeKit;

namespace StocksGreen.Induction.Tests.Support.Mail;

/// <summary>Reports as mail servers write them when a letter cannot be delivered (RFC 3464).</summary>
internal static class BounceReports
{
    public static MemoryStream Failed(MimeMessage letter, string recipient, string status, string diagnostic, string action = "failed") =>
        new(
            Encoding.ASCII.GetBytes(
                $"""
                From: Mail Delivery System <mailer-daemon@school.example>
                To: office@school.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.school.example

                Final-Recipient: rfc822; {recipient}
                Action: {action}
                Status: {status}
                Diagnostic-Code: smtp; {diagnostic}

                --b
                Content-Type: text/rfc822-headers

                From: office@school.example
                To: {recipient}
                Message-ID: <{letter.MessageId}>
                Subject: {letter.Subject}

                --b--
                """.ReplaceLineEndings("\r\n")
            )
        );
}
