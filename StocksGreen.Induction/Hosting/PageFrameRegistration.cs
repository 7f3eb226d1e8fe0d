using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Layout;
using StocksGreen.Induction.Components.Shell;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Features.Office;

namespace StocksGreen.Induction.Hosting;

/// <summary>Tells the layout what to show around a page: the school, and who is signed in.</summary>
internal static class PageFrameRegistration
{
    internal static IServiceCollection AddPageFrame(this IServiceCollection services) =>
        services
            .AddShellCounts()
            .AddSingleton(services => new FaultSource(fault => Faults.KindOf(fault, services.GetRequiredService<IDatabaseProvider>())))
            .AddScoped(scope => new PageFrameSource(
                async (user, cancellationToken) =>
                {
                    var school = await scope.GetRequiredService<CurrentSchool>().GetAsync(cancellationToken);
                    var actor = user.ToActor();
                    return new PageFrame(
                        school?.Name ?? "StocksGreen.Induction",
                        school?.IsDemonstration is true,
                        school?.CrestHash is { } hash ? Urls.CrestOf(hash) : null,
                        actor,
                        KioskDevice.IsSession(actor),
                        actor is not null && await scope.GetRequiredService<KeyRoleHolders>().IsNamedGovernorAsync(actor, cancellationToken)
                    )
                    {
                        ToTell = actor is null ? [] : await scope.GetRequiredService<WaysInToTell>().FindAsync(actor, cancellationToken),
                    };
                }
            ));

    private static IServiceCollection AddShellCounts(this IServiceCollection services) =>
        services.AddScoped(scope => new ShellCountsSource(
            async (actor, cancellationToken) =>
                await scope
                    .GetRequiredService<ShellCountsQuery>()
                    .ExecuteAsync(actor, await scope.GetRequiredService<KeyRoleHolders>().IsNamedGovernorAsync(actor, cancellationToken), cancellationToken)
        ));
}
