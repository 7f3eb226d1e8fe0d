namespace StocksGreen.Induction.Features.Chasing.Letters;

/// <summary>One entry of a digest.</summary>
/// <param name="Title">What stands in bold: a policy, or a person.</param>
/// <param name="Notes">What stands below it, a line each.</param>
/// <param name="IsLate">True where it is overdue.</param>
/// <param name="Address">Where it leads; null where nowhere.</param>
internal sealed record DigestLine(string Title, IReadOnlyList<string> Notes, bool IsLate, string? Address);
