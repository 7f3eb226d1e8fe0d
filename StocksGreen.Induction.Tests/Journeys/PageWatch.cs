using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>What no page may do while one test looks at it: write an error on the console, miss a file or ask another site for anything.</summary>
internal sealed class PageWatch : IDisposable
{
    private readonly IBrowserContext context;
    private readonly string address;
    private readonly ConcurrentQueue<string> faults;

    /// <param name="faults">Where each fault is added, as one line.</param>
    internal PageWatch(IBrowserContext context, Uri address, ConcurrentQueue<string> faults)
    {
        (this.context, this.address, this.faults) = (context, address.ToString(), faults);
        context.Console += Console;
        context.WebError += WebError;
        context.Request += Request;
        context.Response += Response;
    }

    public void Dispose()
    {
        context.Console -= Console;
        context.WebError -= WebError;
        context.Request -= Request;
        context.Response -= Response;
    }

    private void Console(object? sender, IConsoleMessage message)
    {
        // A page that answers 404 is reported here too; files that do not arrive are seen below.
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            faults.Enqueue($"{message.Page?.Url} wrote an error: {message.Text}");
        }
    }

    private void WebError(object? sender, IWebError error) => faults.Enqueue($"{error.Page?.Url} threw: {error.Error}");

    private void Request(object? sender, IRequest request)
    {
        // A whole Chromium shows a PDF with files of its own; its headless shell shows none.
        string[] own = [address, "data:", "chrome://", "chrome-extension://"];
        if (!own.Any(start => request.Url.StartsWith(start, StringComparison.Ordinal)))
        {
            faults.Enqueue($"asked another site: {request.Url}");
        }
    }

    private void Response(object? sender, IResponse response)
    {
        if (response.Status >= 400 && response.Request.ResourceType != "document")
        {
            faults.Enqueue($"{response.Url} answered {response.Status}");
        }
    }
}
