namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>How someone proved who they are, as it is sealed with what they sign.</summary>
internal static class SignInMethod
{
    internal const string Password = "password";

    internal const string Passkey = "passkey";

    internal const string OneTimeLink = "one-time link";

    internal const string OneTimeCode = "one-time code";

    /// <summary>By a link that the person asked for by e-mail.</summary>
    internal const string MailedLink = "link in an e-mail";

    internal const string App = "authenticator app";

    internal const string RecoveryCode = "recovery code";

    private const string And = " and ";

    /// <summary>At the school's own device.</summary>
    internal const string KioskCode = "one-time code at the school’s own device";

    /// <summary>True for a proof by two things: a passkey, which asks for a finger, a face or a PIN next to the device, or one thing after the other.</summary>
    internal static bool IsTwoStep(string method) => method == Passkey || method.Contains(And, StringComparison.Ordinal);

    /// <summary>True for a session that a link opened, whatever came after it: whoever has a link has just shown who they are.</summary>
    internal static bool IsLink(string method) => method.Split(And)[0] is OneTimeLink or MailedLink;

    /// <summary>"password and authenticator app".</summary>
    internal static string Join(string first, string second) =>
        IsTwoStep(first) || second == Passkey
            ? second == Passkey
                ? Passkey
                : first
            : first + And + second;

    /// <summary>A proof that is given again does not undo the second step that the session took.</summary>
    internal static string Renew(string earlier, string again) =>
        IsTwoStep(again) || !IsTwoStep(earlier) ? again
        : earlier.Split(And) is [_, var second] ? again + And + second
        : again + And + earlier;
}
