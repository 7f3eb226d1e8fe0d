using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>
/// One running application for the tests of a class, with a school that other classes do not look at: for tests that ask everyone for something, move the
/// clock or count what is asked.
/// </summary>
public sealed class OwnSchool : IAsyncLifetime
{
    private DataFolder folder = null!;

    internal RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        folder = await DemoStore.CopyAsync();
        App = await RunningApp.StartAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        DemoStore.Delete(folder);
    }
}
