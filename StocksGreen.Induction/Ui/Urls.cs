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
    public const string PolicyImport = Policies + "/import";
    public const string Reviews = "/reviews";
    public const string KeyRoles = "/key-roles";
    public const string Library = "/library";
    public const string Reports = "/reports";
    public const string GovernorsReport = "/reports/governors.pdf";
    public const string Register = "/reports/register.pdf";

    public static string SignInLink(string secret) => $"/link/{secret}";

    public static string SignInReturningTo(string path) => $"{SignIn}?returnUrl={Uri.EscapeDataString(path)}";

    /// <summary>The list of people, saying who has just been added.</summary>
    public static string PersonAdded(string fullName) => $"{People}?added={Uri.EscapeDataString(fullName)}";

    public static string Part(VersionId version, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{MyReading}/{version}/part/{ordinal}");

    /// <summary>What changed since the person's earlier signature.</summary>
    public static string Changes(VersionId version) => $"{MyReading}/{version}/changes";

    /// <summary>Tells somebody who was reading a version that a newer one is in force.</summary>
    public static string Superseded(VersionId version) => $"{MyReading}/{version}/superseded";

    /// <summary>A policy in force, to be read by anybody with an account and signed by nobody.</summary>
    public static string LibraryPolicy(PolicyId policy) => $"{Library}/{policy}";

    /// <summary>A policy as the office keeps it: versions, audiences, review and links.</summary>
    public static string Policy(PolicyId policy) => $"{Policies}/{policy}";

    public static string Audiences(PolicyId policy) => $"{Policies}/{policy}/audiences";

    /// <summary>What one published version changed.</summary>
    public static string VersionChanges(PolicyId policy, int number) => string.Create(CultureInfo.InvariantCulture, $"{Policies}/{policy}/versions/{number}/changes");

    /// <summary>Importing the next version of a policy.</summary>
    public static string ImportNext(PolicyId policy) => $"{PolicyImport}?policy={policy}";

    public static string Draft(Guid draft) => $"{Policies}/drafts/{draft}";

    public static string DraftSection(Guid draft, int section) => string.Create(CultureInfo.InvariantCulture, $"{Policies}/drafts/{draft}/sections/{section}");

    /// <summary>Comparing a draft with the version in force, and publishing it.</summary>
    public static string PublishDraft(Guid draft) => $"{Policies}/drafts/{draft}/publish";

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
