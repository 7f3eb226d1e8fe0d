using StocksGreen.Induction.Data;
using StocksGreen.Induction.Features.Mailing.Sending;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Mailing;

/// <summary>Reminding people by e-mail, and seeing what became of it.</summary>
public static class MailingFeature
{
    /// <summary>Without settings of mail, until <see cref="AddMailSettings"/> reads some.</summary>
    public static IServiceCollection AddMailing(this IServiceCollection services) => services
        .AddSingleton(MailOptions.Nothing)
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

    /// <summary>Reads the settings of mail.</summary>
    /// <exception cref="StartupRefusedException">Some are wrong; all faults are named together.</exception>
    public static IServiceCollection AddMailSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var (options, faults) = MailOptions.Read(name => configuration[name]);
        return faults.Count == 0 ? services.AddSingleton(options) : throw new StartupRefusedException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Sends mail while the server runs, where settings say how. A command that looks at the store sends nothing.</summary>
    /// <exception cref="StartupRefusedException">Some settings are wrong.</exception>
    public static IServiceCollection AddMailSending(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMailSettings(configuration);
        return MailOptions.Read(name => configuration[name]).Options.Way is MailWay.None ? services : services.AddHostedService<MailWorker>();
    }
}
