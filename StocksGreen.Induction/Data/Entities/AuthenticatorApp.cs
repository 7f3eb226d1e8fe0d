namespace StocksGreen.Induction.Data.Entities;

/// <summary>The app on someone's phone that shows a new code every half minute. An account has one at most.</summary>
public sealed class AuthenticatorApp
{
    private AuthenticatorApp() { }

    public AuthenticatorApp(Guid accountId, string secret, DateTimeOffset madeAt)
    {
        AccountId = accountId;
        Secret = secret;
        MadeAt = madeAt;
    }

    public Guid AccountId { get; private set; }

    /// <summary>What app and server share, closed with the server's own keys.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>
    /// The half minute of the last code that was taken, counted from 1970: neither it nor an earlier one is taken again. Null until the first code.
    /// </summary>
    /// <remarks>The first code shows that the app is set up; before it nothing is asked of anyone.</remarks>
    public long? LastStep { get; private set; }
}
