namespace StocksGreen.Induction.Mail;

/// <summary>What an identity provider answered when it was asked for a token.</summary>
/// <param name="Value">The token; null where none was given. It is written down nowhere.</param>
/// <param name="Fault">Why not, for someone who looks after it; no secret is in it.</param>
internal sealed record MailToken(string? Value, string Fault);
