using StocksGreen.Induction.Data;
using StocksGreen.Induction.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedSchool))]

namespace StocksGreen.Induction.Tests.Support;

/// <summary>One running application with the demonstration, for all tests of pages; each test brings its own people.</summary>
/// <remarks>It starts when the first test asks for it: a run of other tests never waits for it.</remarks>
public sealed class SharedSchool : IAsyncDisposable
{
    private readonly Lazy<Task<(RunningApp App, DataFolder Folder)>> started = new(StartAsync);

    public async Task<RunningApp> AppAsync() => (await started.Value).App;

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            var (app, folder) = await started.Value;
            await app.DisposeAsync();
            DemoStore.Delete(folder);
        }
    }

    private static async Task<(RunningApp, DataFolder)> StartAsync()
    {
        var folder = await DemoStore.CopyAsync();
        return (await RunningApp.StartAsync(folder), folder);
    }
}
