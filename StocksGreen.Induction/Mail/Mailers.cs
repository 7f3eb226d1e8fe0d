using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Mail;

/// <summary>Makes what hands letters over, as the settings say.</summary>
public static class Mailers
{
    /// <exception cref="InvalidOperationException">No mail is set up.</exception>
    public static IMailer Create(MailOptions options) =>
        options.Way switch
        {
            MailTransport.Folder => new PickupFolderMailer(options),
            MailTransport.Server => new SmtpMailer(options),
            MailTransport.None => throw new InvalidOperationException("No mail is set up, so nothing may be sent."),
        };
}
