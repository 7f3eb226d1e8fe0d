using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StocksGreen.Induction.Accounts.Startup;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Features.Branding;
using StocksGreen.Induction.Features.Calendar;
using StocksGreen.Induction.Features.Chasing;
using StocksGreen.Induction.Features.Chasing.Outbox;
using StocksGreen.Induction.Features.Declarations;
using StocksGreen.Induction.Features.DueDates;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.Evidence.Backups;
using StocksGreen.Induction.Features.Help;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Office;
using StocksGreen.Induction.Features.Onboarding;
using StocksGreen.Induction.Features.PaperCheck;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Features.Privacy;
using StocksGreen.Induction.Features.Questions;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Features.Retention;
using StocksGreen.Induction.Features.Setup;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Visitors;
using StocksGreen.Induction.Features.WhoDidWhat;

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
            .AddPageFrame()
            .AddSetup()
            .AddReading()
            .AddPolicies()
            .AddStaff()
            .AddCalendar()
            .AddDueDates()
            .AddKeyRoles()
            .AddQuestions()
            .AddOnboarding()
            .AddDeclarations()
            .AddVisitors()
            .AddChasing()
            .AddOutbox()
            .AddReports()
            .AddEvidencePacks()
            .AddBranding()
            .AddPaperCheck()
            .AddEvidence()
            .AddBackups()
            .AddRetention()
            .AddPrivacy()
            .AddHelp()
            .AddOffice()
            .AddWhoDidWhat();
    }
}
