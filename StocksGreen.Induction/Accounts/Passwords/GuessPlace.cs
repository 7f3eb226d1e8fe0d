namespace StocksGreen.Induction.Accounts.Passwords;

/// <summary>Where a password is typed.</summary>
/// <param name="Name">A device, a session, or an address.</param>
/// <param name="IsKnown">True where the account has signed in from there before.</param>
public sealed record GuessPlace(string Name, bool IsKnown);
