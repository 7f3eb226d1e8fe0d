using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Demo;

/// <summary>An invented policy of the demonstration.</summary>
/// <param name="FileName">Of the sample.</param>
/// <param name="SchoolDaysAgo">School days before today on which its first version was published.</param>
internal sealed record DemoPolicy(string FileName, int SchoolDaysAgo, IReadOnlyList<AudienceDuty> Duties);
