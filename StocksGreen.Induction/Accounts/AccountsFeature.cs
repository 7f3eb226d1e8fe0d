using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Accounts;

/// <summary>Registers accounts: ASP.NET Core Identity on the school's own database, cookies, and every door closed unless opened by name.</summary>
public static class AccountsFeature
{
    /// <summary>A session ends after this long without a request; a shared staffroom PC is why it is short.</summary>
    private static readonly TimeSpan SessionLife = TimeSpan.FromHours(2);

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = PasswordAdvice.ShortestPassword;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<InductionDb>()
            .AddSignInManager()
            .AddErrorDescriber<PasswordAdvice>()
            .AddClaimsPrincipalFactory<AccountPrincipalFactory>();
        services.Configure<IdentityPasskeyOptions>(options => options.ResidentKeyRequirement = options.UserVerificationRequirement = "required");
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "induction";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = SessionLife;
            options.LoginPath = Urls.SignIn;
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
            options.Events.OnRedirectToLogin = EndedSession.LeadOnAsync;
            // What is not permitted looks as if it were not there.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        }).AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            // Identity keeps the challenge of a passkey here between the question and the answer.
            options.Cookie.Name = "induction-challenge";
            options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.AddAuthorization(AccessPolicies.Configure);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitWatch>();
        services.AddSingleton<CurrentSchool>();
        services.AddSingleton<SetUpCode>();
        services.AddSingleton<Kiosk>();
        services.AddSingleton<KeptForms>();
        services.AddHttpContextAccessor();
        services.AddScoped<SchoolAddress>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SignInCodes>();
        services.AddScoped<ProveAgain>();
        services.AddScoped<KeyRoleHolders>();
        services.AddScoped<PasswordDesk>();
        services.AddScoped<PasskeyDesk>();
        services.AddScoped<AccountKeeper>();
        services.AddScoped<SetUpSchool>();
        services.AddSingleton<SessionCheck>();
        return services;
    }

    /// <summary>Leads to set-up while there is no school.</summary>
    public static IApplicationBuilder UseSetUpGate(this IApplicationBuilder app) => app.Use(next => context => CurrentSchool.GateAsync(context, next));

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Urls.Home, (HttpContext context) => Results.LocalRedirect(Permissions.MayChase(context.Actor()) ? Urls.WhoHasNotSigned
            : context.Actor().Roles.HasFlag(AccessRoles.Governor) ? Urls.Reports
            : Urls.MyReading));
        endpoints.MapPost(Urls.SignOut, async (SignInDesk desk, HttpContext context, IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            await desk.SignOutAsync();
            return Results.LocalRedirect(Urls.SignIn);
        });
        endpoints.MapPost(Urls.KioskOpen, async (SignInDesk desk, Kiosk kiosk, HttpContext context, IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            kiosk.Open(context);
            await desk.SignOutAsync();
            return Results.LocalRedirect(Urls.Kiosk);
        }).RequireAuthorization(AccessPolicies.KeepPeople);
        PasskeyEndpoints.Map(endpoints);
        // Ending needs no form: a page that nobody answers ends by itself. It ends sessions of this device and no others.
        endpoints.MapGet(Urls.KioskEnd, async (SignInDesk desk, HttpContext context) =>
        {
            if (Kiosk.IsSession(context.User.ToActor()))
            {
                await desk.SignOutAsync();
            }

            return Results.LocalRedirect(Urls.Kiosk);
        }).AllowAnonymous();
        return endpoints;
    }
}
