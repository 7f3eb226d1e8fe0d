namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>Whole percentages of parts that make up a whole, rounded so that they add up to 100.</summary>
/// <remarks>
/// Largest remainder: each share is cut, and what is missing goes one by one to those that lost most. All of it is 100, none is 0, and nothing else is either.
/// </remarks>
public static class Percentages
{
    private const int All = 100;

    /// <param name="parts">Counts, none below zero; at most 100 of them.</param>
    /// <returns>One for each part, in its order; all 0 where the parts are.</returns>
    public static IReadOnlyList<int> Of(params IReadOnlyList<int> parts)
    {
        var whole = parts.Sum(part => (long)part);
        if (whole == 0)
        {
            return [.. parts.Select(_ => 0)];
        }

        // Something is never nothing: what is too small for 1% is given it, and the rest share what is left.
        var shares = parts.Select(part => part == 0 ? 0 : (int)Math.Max(1, All * (long)part / whole)).ToArray();
        while (shares.Sum() != All)
        {
            var step = Math.Sign(All - shares.Sum());
            var next = Enumerable
                .Range(0, parts.Count)
                .Where(i => parts[i] > 0 && shares[i] + step > 0)
                .MaxBy(i => step * ((All * (long)parts[i]) - (shares[i] * whole)));
            shares[next] += step;
        }

        return shares;
    }
}
