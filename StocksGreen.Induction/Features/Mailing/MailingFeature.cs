using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Features.Mailing.Sending;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Mailing;

/// <summary>Reminding people by e-mail, and seeing what became of it.</summary>
public static class MailingFeature
{
    public static IServiceCollection AddMailing(this IServiceCollection services) => services
        .AddSingleton<IMailer>(provider => provider.GetRequiredService<MailOptions>() switch
        {
            { Way: MailWay.Folder } folder => new PickupFolderMailer(folder),
            { Way: MailWay.Server } server => new SmtpMailer(server),
            _ => throw new InvalidOperationException("No mail is set up, so nothing may be sent."),
        })
        .AddScoped<MailQuery>()
        .AddScoped<ResendMail>()
        .AddScoped<SayMailArrived>()
        .AddScoped<ChasePreviewQuery>()
        .AddScoped<SendChase>()
        .AddSingleton<ReminderPlanQuery>()
        .AddSingleton<QueueReminders>()
        .AddSingleton<DeliverMail>()
        .AddSingleton<RecordBounce>()
        .AddSingleton<TakeBounces>()
        .AddSingleton<MailRound>();

    /// <summary>Sends mail while the server runs, where settings say how. A command that looks at the store sends nothing.</summary>
    public static IServiceCollection AddMailSending(this IServiceCollection services, MailOptions options) =>
        options.Way is MailWay.None ? services : services.AddHostedService<MailWorker>();
}
