using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Hosting;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>
/// The demonstration, made once a run and copied for every application that is started: copying takes no time, and no test sees another's school.
/// </summary>
internal static class DemoStore
{
    /// <summary>When all these schools are: the morning of the second Monday of the autumn term, 08:50 in London.</summary>
    internal static readonly DateTimeOffset Now = new(2026, 9, 14, 7, 50, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<DataFolder>> Begun = new(() => FillAsync(Now, []));

    private static readonly Lazy<Task<DataFolder>> Whole = new(() => FillAsync(Now, DemoPolicyList.Policies));

    private static readonly Lazy<Task<DataFolder>> InNovember = new(() => FillAsync(LondonTime.EndOf(DemoStoreFixture.Today.AddDays(-1)).AddHours(9), []));

    /// <returns>A folder of its own, without the school's keys; delete it with <see cref="Delete"/>.</returns>
    /// <param name="whole">True for the school with all its policies, false for one that has the Social Media Policy alone.</param>
    internal static async Task<DataFolder> CopyAsync(bool whole = false) => StoreFiles.Copy(await (whole ? Whole : Begun).Value, withKeys: false);

    /// <summary>The school with the Social Media Policy alone after half a term, keys and all; for those who only look at it.</summary>
    internal static Task<DataFolder> NovemberAsync() => InNovember.Value;

    /// <summary>A folder in which no school is set up.</summary>
    internal static DataFolder Empty() => StoreFiles.New();

    internal static void Delete(DataFolder folder) => StoreFiles.Delete(folder);

    /// <summary>
    /// The program's services, with passwords that are as hard to guess as a test's need be: hashing them as the program does takes most of the time that a
    /// school takes to fill.
    /// </summary>
    internal static IServiceCollection Wire(IServiceCollection services, DataFolder folder, bool mayWrite) =>
        ServiceRegistration.AddEverything(services, folder, mayWrite).Configure<PasswordHasherOptions>(options => options.IterationCount = 1);

    private static async Task<DataFolder> FillAsync(DateTimeOffset now, IReadOnlyList<DemoPolicy> policies)
    {
        var folder = StoreFiles.NewForTheRun();
        await new DemoCommand(Wire, (_, _, _) => Task.FromResult(0)).FillAsync(folder, now, policies, CancellationToken.None);
        StoreFiles.Close(folder);
        return folder;
    }
}
