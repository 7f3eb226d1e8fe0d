namespace StocksGreen.Induction.Features.Staff;

/// <summary>That someone of the school turned to a person.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">"Reminded by e-mail of 3 policies", "Sign-in link by e-mail".</param>
/// <param name="By">Who did.</param>
/// <param name="Chases">The reminders of the person that were recorded with it, where someone did so by hand and it can be taken back.</param>
/// <param name="TakenBackBy">Who took it back; null while it counts.</param>
public sealed record PersonContact(DateTimeOffset At, string What, string By, IReadOnlyList<Guid>? Chases = null, string? TakenBackBy = null);
