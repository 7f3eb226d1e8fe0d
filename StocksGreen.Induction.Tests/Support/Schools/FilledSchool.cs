using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>What many tests begin with: a school that the first of them fills, and of which each has a copy.</summary>
/// <param name="fill">Fills a school that is set up and has nobody but its headteacher.</param>
/// <param name="also">Services that take the place of the program's own while it is filled; keys are protected as in every test's school.</param>
public sealed class FilledSchool(Func<TestSchool, Task> fill, Action<IServiceCollection>? also = null)
{
    private readonly Lazy<Task<(DataFolder Folder, Actor Headteacher)>> filled = new(() => TestSchool.FillAsync(fill, also));

    internal Task<(DataFolder Folder, Actor Headteacher)> StoreAsync() => filled.Value;
}
