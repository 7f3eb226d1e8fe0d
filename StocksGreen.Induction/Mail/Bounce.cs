namespace StocksGreen.Induction.Mail;

/// <summary>A report that a letter could not be delivered after a server had taken it.</summary>
/// <param name="Letter">Whose.</param>
/// <param name="Recipient">The address that could not be reached, as the report names it; blank where it does not.</param>
/// <param name="Words">Why, as the server that gave up said it: "5.1.1 550 no such user here".</param>
public sealed record Bounce(Guid Letter, string Recipient, string Words);
