using System.Security.Claims;

namespace StocksGreen.Induction.Components.Layout;

/// <summary>Finds what is shown around a page. The layout knows neither accounts nor the database; the host, which knows both, says how.</summary>
public sealed class PageFrameSource(Func<ClaimsPrincipal, CancellationToken, Task<PageFrame>> find)
{
    /// <param name="user">Who asks; signed in or not.</param>
    public Task<PageFrame> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => find(user, cancellationToken);
}
