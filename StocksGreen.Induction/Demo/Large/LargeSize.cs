namespace StocksGreen.Induction.Demo.Large;

/// <summary>How large a school is made.</summary>
/// <param name="Years">Academic years of signatures, the one that runs included.</param>
/// <param name="Seed">The same seed and day give the same people, policies and signatures.</param>
internal sealed record LargeSize(int People, int Policies, int Years, int Seed)
{
    internal const int MostPeople = 20_000,
        MostPolicies = 200,
        MostYears = 10;

    /// <returns>Why such a school is not made; null where it can be.</returns>
    internal string? Refusal() =>
        this switch
        {
            { People: < 1 or > MostPeople } => $"--people takes 1 to {MostPeople}.",
            { Policies: < 1 or > MostPolicies } => $"--policies takes 1 to {MostPolicies}.",
            { Years: < 1 or > MostYears } => $"--years takes 1 to {MostYears}.",
            _ => null,
        };
}
