namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>One change of one value.</summary>
/// <param name="What">For the sentence of a failed test.</param>
/// <param name="Expression">SQL for the new value.</param>
/// <param name="Bytes">What <c>@value</c> is in it.</param>
internal sealed record Tampering(string What, string Expression, byte[]? Bytes = null);
