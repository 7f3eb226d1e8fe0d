using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

/// <summary>The settings of the program: the only place that reads them by name, for the server and for every command.</summary>
public static class Settings
{
    /// <summary>What a command reads, which has no host to do so: <c>appsettings.json</c> next to the program, and environment variables.</summary>
    public static IConfiguration OfCommand() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();

    /// <summary>The folder that the settings name, as written; null where they name none.</summary>
    public static string? DataFolder(IConfiguration configuration) =>
        (configuration.GetSection(InductionOptions.Section).Get<InductionOptions>() ?? new()).DataFolder;

    /// <summary>Registers every options class, to be asked for by its own name.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => OfCommand());
        services.Add<ServerOptions, ServerOptionsValidator>(ServerOptions.Section);
        services.Add<InductionOptions, InductionOptionsValidator>(InductionOptions.Section);
        services.Add<TimestampOptions, TimestampOptionsValidator>(InductionOptions.Section);
        services.Add<ProxyOptions, ProxyOptionsValidator>(InductionOptions.Section);
        services.Add<BackupOptions, BackupOptionsValidator>(BackupOptions.Section);
        services.Add<AnchorOptions, AnchorOptionsValidator>(AnchorOptions.Section);
        services.Add<TelemetryOptions, TelemetryOptionsValidator>(TelemetryOptions.Section);
        services.Add<MailOptions, MailOptionsValidator>(MailOptions.Section).PostConfigure<IConfiguration>(Complete);
        return services;
    }

    /// <summary>The same before there are services, of settings that are not taken yet.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddSingleton(configuration).AddSettings().BuildServiceProvider();
        return Faults(services);
    }

    /// <summary>Every fault of every setting, each a sentence that names it; none where the program may start.</summary>
    public static IReadOnlyList<string> Faults(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException fault)
        {
            return [.. fault.Failures];
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            return [.. faults.InnerExceptions.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures)];
        }
    }

    /// <summary>How mail leaves, before there are services to ask; its faults are found by <see cref="Faults"/>.</summary>
    public static MailOptions Mail(IConfiguration configuration)
    {
        var options = configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
        Complete(options, configuration);
        return options;
    }

    /// <summary>Where figures and traces go, before there are services to ask.</summary>
    public static TelemetryOptions Telemetry(IConfiguration configuration) =>
        configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();

    private static void Complete(MailOptions options, IConfiguration configuration)
    {
        options.SiteAddress = (configuration.GetSection(InductionOptions.Section).Get<InductionOptions>() ?? new()).SiteAddress ?? "";
        options.Tidy();
    }

    private static OptionsBuilder<TOptions> Add<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
        return services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
    }
}
