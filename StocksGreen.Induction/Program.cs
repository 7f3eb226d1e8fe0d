using System.Globalization;
using StocksGreen.Induction.Benchmarks;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Hosting;

// Sorting, dates and numbers are British whatever the server's own language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

return await ReadCommand.TryRunAsync(args, CancellationToken.None)
    ?? await CommandLine.RunAsync(args, ServiceRegistration.AddEverything, WebServer.ServeAsync, wire => new MeasureCommand(wire).Build());

/// <summary>The entry point; public so that tests can start the whole application.</summary>
public partial class Program;
