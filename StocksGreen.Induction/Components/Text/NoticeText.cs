using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Components.Text;

/// <summary>What became of an e-mail, as screens and papers say it.</summary>
public static class NoticeText
{
    /// <summary>"taken by the mail server".</summary>
    public static string Words(this NoticeResult result) =>
        result switch
        {
            NoticeResult.Accepted => "taken by the mail server",
            NoticeResult.Refused => "refused by the mail server",
            NoticeResult.GivenUp => "not sent in two days",
            NoticeResult.CameBack => "came back",
            NoticeResult.InDoubt => "not known whether it was taken",
            NoticeResult.Arrived => "arrived, as the school found out",
            NoticeResult.Withdrawn => "taken out of the outbox before it was sent",
        };
}
