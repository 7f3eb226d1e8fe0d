using Microsoft.AspNetCore.Authorization;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Accounts.Roles;

/// <summary>Names of the rules that pages and endpoints ask for. Each is one of <see cref="Permissions"/>; everything else is closed by the fallback.</summary>
public static class AccessPolicies
{
    public const string Chase = "chase";
    public const string ManageStaff = "keep people";
    public const string Publish = "publish";
    public const string GovernorsReport = "governors' report";
    public const string Papers = "papers";
    public const string Register = "register";
    public const string EvidencePack = "evidence pack";
    public const string BackUp = "back-ups";

    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        Add(Chase, Permissions.MayChase);
        Add(ManageStaff, Permissions.MayManageStaff);
        Add(Publish, Permissions.MayPublish);
        Add(GovernorsReport, Permissions.MaySeeGovernorsReport);
        Add(Papers, Permissions.MaySeePapers);
        Add(Register, Permissions.MaySeeRegister);
        Add(EvidencePack, Permissions.MayMakeEvidencePack);
        Add(BackUp, Permissions.MayBackUp);

        void Add(string name, Func<Actor, bool> isPermitted) =>
            options.AddPolicy(
                name,
                policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.ToActor() is { } actor && isPermitted(actor))
            );
    }
}
