using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>What a command answered, as a test expects it; another answer fails the test and is told.</summary>
internal static class Results
{
    /// <summary>What is handed back by a command that is done.</summary>
    internal static T Value<T>(this Result<T> result) => result is Result<T>.Done { Value: var value } ? value : throw Unexpected("done", result);

    /// <summary>Why a command was not done.</summary>
    internal static IReadOnlyList<ValidationError> Errors<T>(this Result<T> result) =>
        result is Result<T>.Invalid { Errors: var errors } ? errors : throw Unexpected("invalid", result);

    internal static bool IsNotFound<T>(this Result<T> result) => result is Result<T>.NotFound;

    private static Xunit.Sdk.XunitException Unexpected<T>(string expected, Result<T> result) =>
        new($"Expected: {expected}. " + result.Match(value => $"Done: {value}", errors => $"Invalid: {string.Join("; ", errors)}", () => "Not found"));
}
