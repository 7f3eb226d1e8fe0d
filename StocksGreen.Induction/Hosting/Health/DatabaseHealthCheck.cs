using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>Whether the database can be read at its path, and is the one that the server writes to.</summary>
internal sealed class DatabaseHealthCheck(IDatabaseProvider provider, DataFolder folder) : StoreHealthCheck
{
    protected override string Refusal => "The database does not answer: look in the server’s log, and start the server again if it stays so.";

    protected override async Task<string?> LookAsync(CancellationToken cancellationToken) =>
        await provider.LookAsync(folder, cancellationToken) is { } fault ? Sentence(fault) : null;

    private string Sentence(DatabaseFault fault) =>
        fault switch
        {
            DatabaseFault.Moved =>
                "The database is not where the server opened it: stop the server, put that file back or restore the last back-up, and start the server again.",
            DatabaseFault.Unreadable or DatabaseFault.NotWritable =>
                "The database cannot be read: stop the server, restore the last back-up of the data folder, and start the server again.",
            DatabaseFault.Busy or DatabaseFault.Other => Refusal,
        };
}
