namespace StocksGreen.Induction.Features.Staff;

/// <summary>That someone of the school turned to a person.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">"Reminded by e-mail of 3 policies", "Sign-in link by e-mail".</param>
/// <param name="By">Who did.</param>
public sealed record PersonContact(DateTimeOffset At, string What, string By);
