using System.Globalization;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.WhoDidWhat;

/// <summary>A line of the access log in plain English.</summary>
public static class AccessText
{
    /// <summary>"Ruth Pemberton downloaded the register as PDF", "412 tries to sign in as Amelia Hart were refused: wrong password".</summary>
    /// <param name="by">Name of who did it; null for nobody.</param>
    /// <param name="about">Name of the person it concerns; null for nobody.</param>
    public static string Sentence(AccessEntry entry, string? by, string? about)
    {
        if (entry.Act is AccessAct.SignInRefused)
        {
            return Refused(entry, about);
        }

        var who = by ?? (entry.Place is null or "" ? "Someone" : "The program");
        var more = entry.What.Length == 0 ? "" : $" {entry.What}";
        var sentence = entry.Act switch
        {
            AccessAct.SignedIn => $"{who} signed in{Bracketed(entry.What)}",
            AccessAct.SignedOut => $"{who} signed out",
            AccessAct.SessionEnded => $"The session of {about ?? who} was ended{Bracketed(entry.What)}",
            AccessAct.LinkMade => $"{who} made a sign-in link for {about ?? "someone"}{more}",
            AccessAct.CodeMade => $"{who} made a sign-in code for {about ?? "someone"}{more}",
            AccessAct.PasswordChanged => about is null || about == by ? $"{who} changed their password" : $"{who} changed the password of {about}",
            AccessAct.PasskeyAdded => $"{who} added a passkey",
            AccessAct.PasskeyRemoved => about is null || about == by ? $"{who} removed a passkey" : $"{who} removed a passkey of {about}",
            AccessAct.SecondFactorChanged => about is null || about == by
                ? $"{who} changed their second step{Bracketed(entry.What)}"
                : $"{who} changed the second step of {about}{Bracketed(entry.What)}",
            AccessAct.Unlocked => $"{who} unlocked the account of {about ?? "someone"}{more}",
            AccessAct.RolesChanged => $"{who} changed what {about ?? "someone"} may do{Bracketed(entry.What)}",
            AccessAct.KeyRoleChanged => $"{who} recorded who is {entry.What}",
            AccessAct.RegisterDownloaded => $"{who} downloaded the register{more}",
            AccessAct.GovernorsReportDownloaded => $"{who} downloaded the governors’ report{more}",
            AccessAct.EvidencePackDownloaded => $"{who} downloaded an evidence pack{more}",
            AccessAct.ListDownloaded => $"{who} downloaded a list:{more}",
            AccessAct.InductionRecordDownloaded => $"{who} downloaded the induction record of {about ?? "someone"}{more}",
            AccessAct.SignedCopyOpened => $"{who} opened the signed copy of {about ?? "someone"}{Bracketed(entry.What)}",
            AccessAct.ScanOpened => $"{who} opened the scan of a signature on paper{(about is null ? "" : $" of {about}")}",
            AccessAct.DeclarationsViewed => $"{who} looked at the register of declarations",
            AccessAct.DeclarationViewed => $"{who} looked at a declaration of {about ?? "someone"}",
            AccessAct.SettingsChanged => $"{who} changed {entry.What}{(about is null ? "" : $" {about}")}",
            AccessAct.BackupMade => $"{who} made a back-up{more}",
            AccessAct.RecoveryKeyMade => $"{who} made a recovery key",
            AccessAct.RetentionRun => $"{who} deleted what was due: {entry.What}",
            AccessAct.RetentionConfirmed => $"{who} confirmed the date, so that deleting goes on",
            AccessAct.RecordExported => about is null || about == by ? $"{who} downloaded their own record" : $"{who} downloaded the record of {about}",
            AccessAct.CorrectionAsked => $"{who} asked for a correction of their record",
            AccessAct.CorrectionAnswered => $"{who} answered a request of {about ?? "someone"} for a correction",
            AccessAct.PrivacyPaperDownloaded => $"{who} downloaded {entry.What}",
            AccessAct.SignInRefused => throw new ArgumentOutOfRangeException(nameof(entry)),
        };
        return entry.Times == 1 && entry.Until is null ? sentence : $"{sentence}, {Times(entry.Times)} more";
    }

    /// <summary>"3 December 2026, 10:14 GMT", of several "3 December 2026, 10:00 GMT to 10:05".</summary>
    public static string When(AccessEntry entry) =>
        entry.Until is not { } until ? LondonTime.ToWords(entry.At)
        : LondonTime.DateIn(until) == LondonTime.DateIn(entry.At)
            ? $"{LondonTime.ToWords(entry.At)} to {LondonTime.TimeIn(until).ToString("HH:mm", CultureInfo.InvariantCulture)}"
        : $"{LondonTime.ToWords(entry.At)} to {LondonTime.ToWords(until)}";

    /// <summary>"Chrome on Windows, 192.0.2.7".</summary>
    public static string From(AccessEntry entry) =>
        (entry.Place, entry.Address) switch
        {
            (null, null) => "not recorded",
            (null, { } address) => address,
            ({ } place, null) => place,
            ({ } place, { } address) => $"{place}, {address}",
        };

    private static string Refused(AccessEntry entry, string? about)
    {
        var whose = about is null ? "" : $" as {about}";
        var why = entry.What.Length == 0 ? "from several places, for several people" : entry.What;
        return entry.Times == 1
            ? $"A try to sign in{whose} was refused: {why}"
            : string.Create(CultureInfo.InvariantCulture, $"{entry.Times:N0} more tries to sign in{whose} were refused: {why}");
    }

    private static string Bracketed(string what) => what.Length == 0 ? "" : $" ({what})";

    private static string Times(int times) => times == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{times:N0} times");
}
