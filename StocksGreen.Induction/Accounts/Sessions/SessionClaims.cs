namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Names of claims. A cookie carries the secret alone; all else is asked of the store.</summary>
internal static class SessionClaims
{
    /// <summary>What the browser's cookie carries.</summary>
    internal const string Secret = "session_secret";

    /// <summary>Hash of the secret, by which the store knows the session; on the server only.</summary>
    internal const string Hash = "session";
}
