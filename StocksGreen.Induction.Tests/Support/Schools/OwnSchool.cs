using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>
/// One running application for the tests of a class, with a school that other classes do not look at: for tests that ask everyone for something, move the
/// clock or count what is asked.
/// </summary>
public sealed class OwnSchool : IAsyncLifetime
{
    internal DataFolder Folder { get; private set; } = null!;

    internal RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Folder = await DemoStore.CopyAsync();
        App = await RunningApp.StartAsync(Folder);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        DemoStore.Delete(Folder);
    }
}
