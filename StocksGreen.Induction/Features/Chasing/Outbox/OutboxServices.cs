using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>Reminding people by e-mail, and seeing what became of it.</summary>
public static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) =>
        services
            .AddSingleton<IMailer>(provider =>
                provider.GetRequiredService<MailOptions>() switch
                {
                    { Way: MailTransport.Folder } folder => new PickupFolderMailer(folder),
                    { Way: MailTransport.Server } server => new SmtpMailer(server),
                    _ => throw new InvalidOperationException("No mail is set up, so nothing may be sent."),
                }
            )
            .AddScoped<MailQuery>()
            .AddScoped<ResendMail>()
            .AddScoped<MarkMailDelivered>()
            .AddScoped<ChasePreviewQuery>()
            .AddScoped<SendChase>()
            .AddSingleton<ReminderPlanQuery>()
            .AddSingleton<QueueReminders>()
            .AddSingleton<DeliverMail>()
            .AddSingleton<RecordBounce>()
            .AddSingleton<ImportBounces>()
            .AddSingleton<MailCycle>();

    /// <summary>Sends mail while the server runs, where settings say how. A command that looks at the store sends nothing.</summary>
    public static IServiceCollection AddMailSending(this IServiceCollection services, MailOptions options) =>
        options.Way is MailTransport.None ? services : services.AddHostedService<MailWorker>();
}
