using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.MailedLinks;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.Passkeys;
using StocksGreen.Induction.Accounts.Passwords;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Accounts.Startup;

/// <summary>Registers accounts: ASP.NET Core Identity on the school's own database, cookies, and every door closed unless opened by name.</summary>
public static class AccountServices
{
    /// <summary>Of PBKDF2 with HMAC-SHA-512, as OWASP advises it (Password Storage Cheat Sheet); an older hash is made again at the next sign-in.</summary>
    private const int PasswordRounds = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                // What a password must be is asked by EasyPasswordCheck alone.
                options.Password.RequiredLength = options.Password.RequiredUniqueChars = 1;
                options.Password.RequireDigit =
                    options.Password.RequireLowercase =
                    options.Password.RequireUppercase =
                    options.Password.RequireNonAlphanumeric =
                        false;
            })
            .AddEntityFrameworkStores<InductionDb>()
            .AddSignInManager()
            .AddErrorDescriber<PasswordAdvice>()
            .AddPasswordValidator<EasyPasswordCheck>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.Configure<IdentityPasskeyOptions>(options => options.ResidentKeyRequirement = options.UserVerificationRequirement = "required");
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                options =>
                {
                    options.Cookie.Name = "induction";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    // The cookie names a session; how long that lasts is kept in the store.
                    options.ExpireTimeSpan = UserSession.LongestRemembered;
                    options.SlidingExpiration = false;
                    options.LoginPath = Urls.SignIn;
                    options.ReturnUrlParameter = "returnUrl";
                    options.Events.OnValidatePrincipal = UserSessions.ValidateAsync;
                    options.Events.OnRedirectToLogin = EndedSession.LeadOnAsync;
                    // What is not permitted looks as if it were not there.
                    options.Events.OnRedirectToAccessDenied = context =>
                    {
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                    };
                }
            )
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                options =>
                {
                    // Identity keeps the challenge of a passkey here between the question and the answer.
                    options.Cookie.Name = "induction-challenge";
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                }
            );
        services.Configure<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddAuthorization(AccessPolicies.Configure);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingSession>();
        services.AddPerStore<Guesses>();
        services.AddScoped<KioskDevice>();
        services.AddSingleton<FormDrafts>();
        services.AddHttpContextAccessor();
        services.AddScoped<SchoolAddress>();
        services.AddScoped<SignInService>();
        services.AddScoped<OneTimeCodeService>();
        services.AddScoped<Reauthentication>();
        services.AddScoped<KeyRoleHolders>();
        services.AddScoped<PasswordService>();
        services.AddScoped<PasskeyService>();
        services.AddScoped<SecondStepService>();
        services.AddSingleton<LinkRequests>();
        services.AddScoped<AskForLink>();
        services.AddScoped<SendLink>();
        services.AddScoped<AccountService>();
        services.AddScoped<UserSessions>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<KnownDevice>();
        services.AddScoped<WaysInToTell>();
        services.AddScoped<NoteWayInUsed>();
        services.AddSingleton<DecoyHash>();
        services.AddSingleton<GuessLimits>();
        services.AddSingleton<LiveConnections>();
        services.AddPerStore<AccessBursts>();
        services.AddScoped<AccessLog>();
        return services;
    }

    /// <summary>In the server only: a command has nothing to count.</summary>
    public static IServiceCollection AddAccessLogWorker(this IServiceCollection services) => services.AddHostedService<AccessLogWorker>();

    /// <remarks>After the middleware that says who asks.</remarks>
    public static IApplicationBuilder UseLiveConnectionLimits(this IApplicationBuilder app) => app.UseMiddleware<LiveConnectionMiddleware>();

    /// <summary>Goes behind authentication and before authorisation, so that what is owed is asked first.</summary>
    public static IApplicationBuilder UseSecondStep(this IApplicationBuilder app) => app.UseMiddleware<SecondStepMiddleware>();

    /// <summary>Sends the links that people ask for while the server runs, where settings say how mail leaves.</summary>
    public static IServiceCollection AddLinkSending(this IServiceCollection services, MailOptions options) =>
        options.Way is MailTransport.None ? services : services.AddHostedService<LinkWorker>();

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            Urls.Home,
            (HttpContext context) =>
                Results.LocalRedirect(
                    Permissions.MayChase(context.Actor()) ? Urls.Today
                    : context.Actor().Roles.HasFlag(AccessRoles.Governor) ? Urls.Reports
                    : Urls.MyReading
                )
        );
        endpoints.MapPost(
            Urls.SignOut,
            async (SignInService desk, HttpContext context, IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(context))
                {
                    return Results.BadRequest();
                }

                await desk.SignOutAsync();
                return Results.LocalRedirect(Urls.SignIn);
            }
        );
        endpoints
            .MapPost(
                Urls.KioskOpen,
                async (SignInService desk, KioskDevice kiosk, HttpContext context, IAntiforgery antiforgery) =>
                {
                    if (!await antiforgery.IsRequestValidAsync(context))
                    {
                        return Results.BadRequest();
                    }

                    kiosk.Open(context);
                    await desk.SignOutAsync();
                    return Results.LocalRedirect(Urls.Kiosk);
                }
            )
            .RequireAuthorization(AccessPolicies.ManageStaff);
        PasskeyEndpoints.Map(endpoints);
        endpoints.MapPost(
            Urls.WaysInTold,
            async (WaysInToTell told, HttpContext context, IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(context))
                {
                    return Results.BadRequest();
                }

                await told.NoteAsync(context.Actor(), context.RequestAborted);
                return Results.LocalRedirect(Urls.SignedInHere);
            }
        );
        // Ending needs no form: a page that no one answers ends by itself. It ends sessions of this device and no others.
        endpoints
            .MapGet(
                Urls.KioskEnd,
                async (SignInService desk, HttpContext context) =>
                {
                    if (KioskDevice.IsSession(context.User.ToActor()))
                    {
                        await desk.SignOutAsync();
                    }

                    return Results.LocalRedirect(Urls.Kiosk);
                }
            )
            .AllowAnonymous();
        return endpoints;
    }
}
