using StocksGreen.Induction.Data;

[assembly: AssemblyFixture(typeof(SharedSchool))]

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>One running application with the demonstration, for all tests of pages; each test brings its own people.</summary>
/// <remarks>It starts when the first test asks for it: a run of other tests never waits for it.</remarks>
public sealed class SharedSchool : IAsyncDisposable
{
    private readonly Lazy<Task<(RunningApp App, DataFolder Folder)>> begun = new(() => StartAsync(whole: false));

    private readonly Lazy<Task<(RunningApp App, DataFolder Folder)>> whole = new(() => StartAsync(whole: true));

    /// <summary>The school with the Social Media Policy alone.</summary>
    public async Task<RunningApp> AppAsync() => (await begun.Value).App;

    /// <summary>The school with all its policies, at a real school's size.</summary>
    public async Task<RunningApp> WholeAppAsync() => (await whole.Value).App;

    public async ValueTask DisposeAsync()
    {
        foreach (var started in new[] { begun, whole }.Where(each => each.IsValueCreated))
        {
            var (app, folder) = await started.Value;
            await app.DisposeAsync();
            DemoStore.Delete(folder);
        }
    }

    private static async Task<(RunningApp, DataFolder)> StartAsync(bool whole)
    {
        var folder = await DemoStore.CopyAsync(whole);
        return (await RunningApp.StartAsync(folder), folder);
    }
}
