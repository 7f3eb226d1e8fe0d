using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>What became of a mail, in a sentence.</summary>
public static class MailText
{
    public static string For(MailRow mail) =>
        mail.Result is not { } result
            ? OnItsWay(mail)
            : result switch
            {
                NoticeResult.Accepted => $"Delivered to the mail server on {LondonTime.ToWords(mail.EndedAt!.Value)}.",
                NoticeResult.Refused => $"The mail server refused it for good. It said: {mail.Words}",
                NoticeResult.GivenUp => $"It could not be handed over for two days, so nothing more is tried. The last time: {mail.Words}",
                NoticeResult.CameBack => $"It was sent and came back. Why: {mail.Words}",
                NoticeResult.InDoubt => $"It may or may not have arrived. {mail.Words}",
                NoticeResult.Arrived => $"It was in doubt, and it arrived. {mail.Words}",
                NoticeResult.Withdrawn => $"Not sent. {mail.Words}",
            };

    private static string OnItsWay(MailRow mail) =>
        mail switch
        {
            { State: OutboxState.Waiting, Tries: 0 } => "On its way.",
            { State: OutboxState.Waiting } => $"Not sent yet, next try {LondonTime.ToWords(mail.NextTryAt)}. {mail.Words}",
            _ => "Being sent now.",
        };
}
