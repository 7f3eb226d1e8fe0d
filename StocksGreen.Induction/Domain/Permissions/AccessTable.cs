namespace StocksGreen.Induction.Domain.Permissions;

/// <summary>
/// Every address of the program and who may open it: one table, from which the guide's is made and which the tests walk. An address without a row is a fault.
/// </summary>
/// <remarks>It decides nothing by itself: pages, endpoints and commands ask <see cref="Permissions"/>, and the walk shows that both say the same.</remarks>
public static class AccessTable
{
    /// <summary>Grouped by what they are for, in the order of the guide.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        .. For(
            "Sign in; check a paper; sign in as a visitor",
            Viewers.Anyone,
            "/sign-in",
            "/sign-in/by-mail",
            "/link/{Secret}",
            "/kiosk",
            "/kiosk/end",
            "/passkeys/to-show",
            "/check",
            "/check/{Written}",
            "/visit",
            "/crest/{hash:length(64)}.png",
            "/error",
            "/not-found",
            "/status/{Code:int}"
        ),
        .. For("Set the school up, once", Viewers.None, "/set-up"),
        .. For(
            "Read, ask and sign; all policies; help; sign out",
            Viewers.SignedIn,
            "/",
            "/sign-out",
            "/signed-in/told",
            "/kiosk/still-there",
            "/help",
            "/help/{Name}",
            "/library",
            "/library/{Policy:guid}",
            "/my-induction",
            "/my-reading",
            "/my-reading/how-you-are-monitored",
            "/my-reading/{Version:guid}/another-way",
            "/my-reading/{Version:guid}/changes",
            "/my-reading/{Version:guid}/part/{Ordinal:int}",
            "/my-reading/{Version:guid}/part/{Ordinal:int}/ask",
            "/my-reading/{Version:guid}/part/{Ordinal:int}/quiz",
            "/my-reading/{version:guid}/part/{ordinal:int}/end",
            "/my-reading/{version:guid}/go-on",
            "/my-reading/{Version:guid}/sign",
            "/my-reading/{Version:guid}/signed",
            "/my-reading/{Version:guid}/superseded",
            "/policy-pictures/{sha256:length(64)}",
            "/policy-originals/{version:guid}",
            "/policy-versions/{version:guid}/{format}"
        ),
        .. For("Set a first password; change it", Viewers.SignedIn & ~Viewers.SharedDevice, "/password"),
        .. For("The second step of signing in", Viewers.OwnSession, "/second-step", "/second-step/app", "/second-step/recovery-codes"),
        .. For("Passkeys, and where one is signed in", Viewers.OwnSession, "/passkeys", "/passkeys/to-make", "/signed-in"),
        .. For("One’s own declarations", Viewers.OwnSession, "/my-declarations"),
        .. For(
            "One’s own record: read it, take it away, ask for a correction, see who did what with it",
            Viewers.OwnSession,
            "/my-record",
            "/my-record/who-did-what"
        ),
        .. For("The privacy notice", Viewers.SignedIn, "/privacy/notice.pdf"),
        .. For(
            "One’s own signed copies and induction record; the school’s for those who keep them",
            Viewers.SignedIn,
            "/signed-copies/{id:guid}.pdf",
            "/reports/induction-record.pdf",
            "/signatures/{id:guid}/scan"
        ),
        .. For(
            "Today, who has not signed, reminders and mail",
            Viewers.OfficeAndHeadteacher,
            "/today",
            "/who-has-not-signed",
            "/who-has-not-signed/matrix",
            "/who-has-not-signed/print",
            "/who-has-not-signed.csv",
            "/who-has-not-signed.xlsx",
            "/who-has-not-signed/chosen",
            "/mail/chase",
            "/mail",
            "/mail/set-up",
            "/mail/chase/{Selection:guid}",
            "/who-has-not-signed/take-back"
        ),
        .. For(
            "Find policies; the office and the headteacher find people and papers, too",
            Viewers.OfficeAndHeadteacher | Viewers.Lead | Viewers.Governor | Viewers.NamedGovernor,
            "/find"
        ),
        .. For(
            "People: add, import, change, let in, pause, end",
            Viewers.OfficeAndHeadteacher,
            "/people",
            "/people/add",
            "/people/import",
            "/people/import/{Id:guid}",
            "/people/invite",
            "/people/leaving",
            "/people/pause",
            "/people/slips",
            "/people/slips.pdf",
            "/people/{Id:guid}",
            "/people/{Id:guid}/reading",
            "/people/{Id:guid}/working-days",
            "/kiosk/open"
        ),
        .. For(
            "Give longer to sign; deadlines; school calendar; key roles",
            Viewers.OfficeAndHeadteacher,
            "/extensions/new",
            "/due-rules",
            "/calendar",
            "/calendar/{StartsIn:int}",
            "/key-roles"
        ),
        .. For("Exempt someone", Viewers.Headteacher, "/people/{Id:guid}/reading/{Policy:guid}/exempt", "/exemptions/{Id:guid}/end"),
        .. For("Give and take roles, name an acting headteacher, let someone set their second step up again", Viewers.Headteacher, "/people/{Id:guid}/access"),
        .. For(
            "Policies: import, draft, publish, review; crest",
            Viewers.OfficeAndHeadteacher,
            "/policies",
            "/policies/import",
            "/policies/drafts/{Id:guid}",
            "/policies/drafts/{Id:guid}/head",
            "/policies/drafts/{Id:guid}/left-out",
            "/policies/drafts/{Id:guid}/pages",
            "/policies/drafts/{Id:guid}/pages/{Section:int}",
            "/policies/drafts/{Id:guid}/parts",
            "/policies/drafts/{Id:guid}/publish",
            "/policies/drafts/{Id:guid}/sections/{Section:int}",
            "/policies/drafts/{id:guid}/original",
            "/policies/drafts/{id:guid}/text/{format}",
            "/policies/{Id:guid}",
            "/policies/{Id:guid}/audiences",
            "/policies/{Id:guid}/withdraw",
            "/policies/{Id:guid}/versions/{Number:int}/changes",
            "/reviews",
            "/crest"
        ),
        .. For(
            "Questions that show whether a policy was understood",
            Viewers.OfficeAndHeadteacher | Viewers.Lead,
            "/policies/{Policy:guid}/questions",
            "/policies/{Policy:guid}/questions/{Question:guid}"
        ),
        .. For("Answer readers’ questions", Viewers.OfficeAndHeadteacher | Viewers.Lead, "/questions"),
        .. For(
            "Induction talks of everyone",
            Viewers.OfficeAndHeadteacher | Viewers.Lead,
            "/inductions",
            "/inductions/{Person:guid}",
            "/inductions/talks/{Person:guid}"
        ),
        .. For(
            "Induction packs; other ways to read; signatures; signed on paper; visitors; reminders to parents",
            Viewers.OfficeAndHeadteacher,
            "/inductions/packs",
            "/inductions/packs/{Id:guid}",
            "/other-ways",
            "/signatures",
            "/signatures/{Id:guid}/correct",
            "/signatures/on-paper",
            "/signatures/on-paper/sheet",
            "/visitors",
            "/parents-reminders",
            "/reports/sign-off-sheet.pdf",
            "/reports/reminder-slips.pdf"
        ),
        .. For("Declarations of others", Viewers.Headteacher | Viewers.Lead | Viewers.NamedGovernor, "/declarations", "/declarations/{Id:guid}"),
        .. For("Papers to ask for", Viewers.OfficeAndHeadteacher | Viewers.Lead | Viewers.Governor | Viewers.NamedGovernor, "/reports"),
        .. For(
            "Governors’ report",
            Viewers.Headteacher | Viewers.Lead | Viewers.Governor | Viewers.NamedGovernor,
            "/reports/governors",
            "/reports/governors.pdf",
            "/reports/governors.xlsx",
            "/reports/governors.csv"
        ),
        .. For(
            "Register with names",
            Viewers.Headteacher | Viewers.Lead,
            "/reports/register.pdf",
            "/reports/register.xlsx",
            "/reports/register.csv",
            "/reports/matrix.pdf"
        ),
        .. For("Evidence pack", Viewers.Headteacher, "/reports/evidence-pack", "/reports/evidence-pack.zip"),
        .. For("Back-ups", Viewers.Headteacher, "/back-ups"),
        .. For("Who did what", Viewers.Headteacher, "/who-did-what"),
        .. For("Take away the record of anyone; one’s own is everyone’s", Viewers.Headteacher, "/records/{person:guid}.zip"),
        .. For("Answer people who ask about their data", Viewers.OfficeAndHeadteacher, "/privacy"),
        .. For(
            "How long everything is kept; the record of processing; the impact assessment",
            Viewers.Headteacher,
            "/keeping",
            "/privacy/processing.pdf",
            "/privacy/assessment.pdf"
        ),
    ];

    private static IEnumerable<AccessRow> For(string doing, Viewers who, params string[] patterns) =>
        patterns.Select(pattern => new AccessRow(pattern, doing, who));
}
