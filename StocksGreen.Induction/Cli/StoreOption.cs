using System.CommandLine;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Cli;

/// <summary>The <c>--data FOLDER</c> of commands that look into the school's database, also while a server uses it.</summary>
internal static class StoreOption
{
    internal static Option<string?> Create() =>
        new("--data")
        {
            Description =
                $"Folder that holds induction.db; else the setting {InductionOptions.Section}:{nameof(InductionOptions.DataFolder)}, else "
                + $"./{DataFolder.DefaultName}",
            HelpName = "folder",
        };

    /// <summary>The folder that is meant, whether a store is there or not.</summary>
    internal static DataFolder Folder(string? given) => DataFolder.At(given ?? Settings.DataFolder(Settings.OfCommand()));

    /// <summary>Services on a store that exists.</summary>
    /// <param name="mayWrite">False for commands that only look.</param>
    /// <exception cref="OperatorException">There is no database there, or settings are wrong; all their faults are named together.</exception>
    internal static ServiceProvider Open(CommandLine.Wiring wire, string? given, bool mayWrite = false)
    {
        var folder = Folder(given);
        if (!File.Exists(folder.Database))
        {
            throw new OperatorException($"There is no database at {folder.Database}. Name its folder with --data.");
        }

        var services = wire(new ServiceCollection().AddLogging(), folder, mayWrite).BuildServiceProvider(validateScopes: true);
        if (Settings.Faults(services) is { Count: > 0 } faults)
        {
            services.Dispose();
            throw new OperatorException(string.Join(Environment.NewLine, faults));
        }

        return services;
    }

    /// <summary>Anyone who can start a command on the server can read its files; they ask as the headteacher would.</summary>
    internal static Actor Actor(TimeProvider clock) =>
        new(
            new StaffId(Guid.Empty),
            "Command line",
            AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead,
            new IdentityProof("access to the server", clock.GetUtcNow()),
            "command line"
        );
}
