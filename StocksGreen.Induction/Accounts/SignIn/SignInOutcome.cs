namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>What became of an attempt to sign in.</summary>
public abstract record SignInOutcome
{
    /// <param name="HasPassword">False for an account that can only be entered by one-time links so far.</param>
    public sealed record SignedIn(bool HasPassword) : SignInOutcome;

    /// <summary>Wrong e-mail, wrong password, used link: which of them is told to no one.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>Too many wrong passwords from here; also the right one waits, here.</summary>
    public sealed record Limited : SignInOutcome;
}
