using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Features.Answering;
using StocksGreen.Induction.Features.Chasing;
using StocksGreen.Induction.Features.Declaring;
using StocksGreen.Induction.Features.Inducting;
using StocksGreen.Induction.Features.Keeping;
using StocksGreen.Induction.Features.Mailing;
using StocksGreen.Induction.Features.Publishing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reminding;
using StocksGreen.Induction.Features.Reporting;
using StocksGreen.Induction.Features.Reporting.Packing;
using StocksGreen.Induction.Features.Staffing;
using StocksGreen.Induction.Features.Verifying;

namespace StocksGreen.Induction.Hosting;

/// <summary>Registers every feature on a store: the server, each command and the tests stand on the same services.</summary>
internal static class ServiceRegistration
{
    internal static IServiceCollection AddEverything(IServiceCollection services, DataFolder folder, bool mayWrite)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("StocksGreen.Induction").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        return services
            .AddSettings()
            .AddData(folder, mayWrite)
            .AddAccounts()
            .AddReading()
            .AddPublishing()
            .AddStaffing()
            .AddAnswering()
            .AddInducting()
            .AddDeclaring()
            .AddReminding()
            .AddChasing()
            .AddMailing()
            .AddReporting()
            .AddPacking()
            .AddVerifying()
            .AddKeeping();
    }
}
