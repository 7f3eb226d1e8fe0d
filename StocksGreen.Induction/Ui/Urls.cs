using System.Globalization;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Ui;

/// <summary>Every address of the application. Features meet here and in the database, never by call.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Password = "/password";
    public const string PasswordChanged = Password + "?changed=true";
    public const string SetUp = "/set-up";
    public const string Fault = "/error";
    public const string MyReading = "/my-reading";
    public const string WhoHasNotSigned = "/who-has-not-signed";
    public const string People = "/people";
    public const string Policies = "/policies";
    public const string Reports = "/reports";
    public const string GovernorsReport = "/reports/governors.pdf";
    public const string Register = "/reports/register.pdf";

    public static string SignInLink(string secret) => $"/link/{secret}";

    public static string SignInReturningTo(string path) => $"{SignIn}?returnUrl={Uri.EscapeDataString(path)}";

    /// <summary>The list of people, saying who has just been added.</summary>
    public static string PersonAdded(string fullName) => $"{People}?added={Uri.EscapeDataString(fullName)}";

    public static string Part(VersionId version, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{MyReading}/{version}/part/{ordinal}");

    public static string Sign(VersionId version) => $"{MyReading}/{version}/sign";

    public static string Signed(VersionId version) => $"{MyReading}/{version}/signed";

    /// <summary>The signed page, saying that the first signature stands.</summary>
    public static string SignedBefore(VersionId version) => Signed(version) + "?before=true";

    public static string SignedCopy(AttestationId attestation) => $"/signed-copies/{attestation}.pdf";

    /// <param name="path">What a request asked to go back to.</param>
    /// <returns>The path when it leads to a page of ours, else null: nobody is sent elsewhere by a forged link.</returns>
    public static string? Local(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : null;
}
