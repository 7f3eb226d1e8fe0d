namespace StocksGreen.Induction.Documents.Slips;

/// <summary>One person's way in. Anyone who holds the paper can use it.</summary>
/// <param name="Link">The whole address of the one-time link, as a code to be scanned.</param>
/// <param name="Code">"123 456": for the school's own device.</param>
public sealed record SignInSlip(string Name, string JobTitle, string Link, string Code);
