namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>How someone proved who they are, as it is sealed with what they sign.</summary>
internal static class SignInMethod
{
    internal const string Password = "password";

    internal const string Passkey = "passkey";

    internal const string OneTimeLink = "one-time link";

    internal const string OneTimeCode = "one-time code";

    /// <summary>At the school's own device.</summary>
    internal const string KioskCode = "one-time code at the school’s own device";
}
