using System.Net.Sockets;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Features.Setup;

namespace StocksGreen.Induction.Cli;

/// <summary>What the console says once the server answers.</summary>
public static class StartupMessages
{
    private const string KestrelSource = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>Starts to listen.</summary>
    /// <exception cref="OperatorException">The address is taken, or may not be used.</exception>
    public static async Task StartOrRefuseAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        // Addresses are read once more here: those of Kestrel's own settings stand in no setting that was looked at before.
        catch (Exception fault) when (fault is IOException or SocketException or FormatException or InvalidOperationException { Source: KestrelSource })
        {
            throw new OperatorException(
                $"The server cannot listen on {app.Configuration["Urls"]}: {fault.Message} Stop what uses it, or choose another address with "
                    + "--urls=http://localhost:5081.",
                fault
            );
        }
    }

    public static async Task PrintAsync(WebApplication app, DataFolder folder, Action<string>? whenReady)
    {
        var address = app.Urls.FirstOrDefault() ?? "an address that could not be read";
        if (whenReady is not null)
        {
            whenReady(address);
            return;
        }

        Console.WriteLine($"StocksGreen.Induction answers on {address}. Data: {folder.FolderPath}. Stop with Ctrl+C.");
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (services.GetRequiredService<SigningKeyStore>().Current()?.WarningAt(services.GetRequiredService<TimeProvider>().GetUtcNow()) is { } warning)
        {
            Console.WriteLine(warning);
        }

        if (services.GetRequiredService<InductionOptions>().SiteAddress is null && !app.Environment.IsDevelopment())
        {
            Console.WriteLine(
                $"{InductionOptions.AddressSetting} is not set. Set it before papers are given out: the codes on them lead to whatever address was asked."
            );
        }

        if (await services.GetRequiredService<CurrentSchool>().GetAsync(CancellationToken.None) is null)
        {
            Console.WriteLine($"First run: open {address}{Components.Urls.SetUp} and enter the set-up code {services.GetRequiredService<SetUpCode>().Printed}");
        }
    }
}
