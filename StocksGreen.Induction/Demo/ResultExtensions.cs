using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Demo;

/// <summary>For a program that asks commands by itself, with no one there to whom a refusal could be told.</summary>
internal static class ResultExtensions
{
    /// <param name="what">What was to be done, for the message: "Amelia Hart is added".</param>
    /// <returns>What the command handed back.</returns>
    /// <exception cref="InvalidOperationException">It was not done; the message says why.</exception>
    internal static T OrThrow<T>(this Result<T> result, string what) =>
        result.Match(
            value => value,
            errors => throw new InvalidOperationException($"{what}: {string.Join(" ", errors.Select(error => error.Sentence))}"),
            () => throw new InvalidOperationException($"{what}: not found.")
        );
}
