using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Features.Chasing.Invitations;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>Reminding people by e-mail, and seeing what became of it.</summary>
public static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) =>
        services
            .AddSingleton(provider => Mailers.Create(provider.GetRequiredService<MailOptions>()))
            .AddScoped<MailQuery>()
            .AddScoped<ResendMail>()
            .AddScoped<MarkMailDelivered>()
            .AddScoped<ChasePreviewQuery>()
            .AddScoped<SendChase>()
            .AddScoped<SendTestMail>()
            .AddScoped<InvitationQuery>()
            .AddScoped<InvitePeople>()
            .AddScoped<ReminderPlanQuery>()
            .AddScoped<QueueReminders>()
            .AddScoped<DeliverMail>()
            .AddScoped<RecordBounce>()
            .AddScoped<ImportBounces>()
            .AddPerStore<MailCycle>();

    /// <summary>Sends mail while the server runs, where settings say how. A command that looks at the store sends nothing.</summary>
    public static IServiceCollection AddMailSending(this IServiceCollection services, MailOptions options) =>
        options.Way is MailTransport.None ? services : services.AddHostedService<MailWorker>();
}
