using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>What strangers may ask of the check page: so often, so much at once, so large. Every other page is untouched.</summary>
public static class PaperCheckLimits
{
    /// <summary>Requests a minute from one address: many times what a person with a pile of certificates needs.</summary>
    public const int PerAddress = 30;

    /// <summary>Requests a minute from all addresses together.</summary>
    public const int Altogether = 600;

    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private const int FilesAtOnce = 4; // each is held in memory while it is looked at
    private const int FilesWaiting = 16;
    private const int RestOfForm = 64 * 1024;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddPaperCheckLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsCheck(context) ? PerMinute(Asker(context)) : RateLimitPartition.GetNoLimiter("")
                ),
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsCheck(context) ? PerMinute(("everybody", Altogether)) : RateLimitPartition.GetNoLimiter("")
                ),
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsCheck(context) && HttpMethods.IsPost(context.Request.Method)
                        ? RateLimitPartition.GetConcurrencyLimiter(
                            "files",
                            _ => new ConcurrencyLimiterOptions { PermitLimit = FilesAtOnce, QueueLimit = FilesWaiting }
                        )
                        : RateLimitPartition.GetNoLimiter("")
                )
            );
        });

    /// <summary>Put it after routing and before anything reads a form.</summary>
    public static IApplicationBuilder UsePaperCheckLimits(this IApplicationBuilder app) =>
        app.UseRateLimiter()
            .Use(
                (context, next) =>
                {
                    if (!IsCheck(context) || !HttpMethods.IsPost(context.Request.Method))
                    {
                        return next(context);
                    }

                    const int longest = LargestFile + RestOfForm;
                    if (context.Request.ContentLength > longest)
                    {
                        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                        return Task.CompletedTask;
                    }

                    if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
                    {
                        body.MaxRequestBodySize = longest;
                    }

                    // In memory alone: otherwise a file of this size would pass through the server's temporary folder.
                    context.Features.Set<IFormFeature>(
                        new FormFeature(
                            context.Request,
                            new FormOptions
                            {
                                MemoryBufferThreshold = longest,
                                MultipartBodyLengthLimit = longest,
                                ValueCountLimit = 16,
                            }
                        )
                    );
                    return next(context);
                }
            );

    private static bool IsCheck(HttpContext context) => context.Request.Path.StartsWithSegments(Urls.Check(), StringComparison.OrdinalIgnoreCase);

    private static RateLimitPartition<string> PerMinute((string Key, int Permits) asker) =>
        RateLimitPartition.GetFixedWindowLimiter(asker.Key, _ => new FixedWindowRateLimiterOptions { PermitLimit = asker.Permits, Window = Window });

    /// <summary>
    /// Anyone who asks. Where a proxy speaks for browsers that no setting names, everyone behind it looks alike: they share half of what all may ask,
    /// so that neither they nor the rest are shut out.
    /// </summary>
    private static (string Key, int Permits) Asker(HttpContext context) =>
        RequestOrigin.Address(context) is { } address
            ? (RequestOrigin.Network(address), PerAddress)
            : ("behind " + context.Connection.RemoteIpAddress, Altogether / 2);
}
