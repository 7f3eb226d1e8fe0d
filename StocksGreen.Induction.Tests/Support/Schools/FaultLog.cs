using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>Keeps what a server logs as an error, but for forged forms: those are the visitor's fault.</summary>
public sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> faults = [];

    public IReadOnlyList<string> All => [.. faults];

    public ILogger CreateLogger(string categoryName) => categoryName.Contains("Antiforgery", StringComparison.Ordinal) ? NullLogger.Instance : this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            faults.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose() { }
}
