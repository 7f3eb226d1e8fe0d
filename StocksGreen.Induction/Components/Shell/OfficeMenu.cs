using StocksGreen.Induction.Components.Icons;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Components.Shell;

/// <summary>Every page of the office's side, by group. A page joins the menu here and nowhere else.</summary>
internal static class OfficeMenu
{
    private static readonly IReadOnlyList<OfficeLink> Daily =
    [
        new(Urls.Today, "Today", IconName.Home, Permissions.MayChase),
        new(Urls.WhoHasNotSigned, "To sign", IconName.Pen, Permissions.MayChase)
        {
            Also = ["/extensions", "/exemptions", "/mail/chase"],
            Count = counts => counts.ToSign,
            Counted = ("person has something to sign", "people have something to sign"),
        },
        new(Urls.People, "People", IconName.People, Permissions.MayManageStaff),
        new(Urls.Policies, "Policies", IconName.Book, Permissions.MayPublish)
        {
            Count = counts => counts.Drafts,
            Counted = ("draft is not published", "drafts are not published"),
        },
        new(Urls.Reviews, "Policy reviews", IconName.Clock, Permissions.MayPublish),
        new(Urls.Inductions, "Induction", IconName.Sprout, Permissions.MayKeepInduction),
        new(Urls.Questions, "Questions", IconName.Question, Permissions.MaySeeMissed)
        {
            Count = counts => counts.Questions,
            Counted = ("question waits for an answer", "questions wait for an answer"),
        },
        new(Urls.Declarations, "Declarations", IconName.Flag, Permissions.MayOpenRegister)
        {
            Count = counts => counts.Declarations,
            Counted = ("declaration waits for a decision", "declarations wait for a decision"),
        },
        new(Urls.Reports, "Reports", IconName.Report, Permissions.MaySeePapers),
    ];

    private static readonly IReadOnlyList<OfficeLink> Records =
    [
        new(Urls.Signatures, "Signatures", IconName.Shield, Permissions.MayKeepInduction),
        new(Urls.OnPaper, "Signed on paper", IconName.Print, Permissions.MayKeepInduction),
        new(Urls.OtherWays, "Format requests", IconName.Info, Permissions.MayKeepInduction),
        new(Urls.Visitors, "Visitors", IconName.Badge, Permissions.MayKeepInduction),
        new(Urls.ParentsReminders, "Reminders to parents", IconName.Bell, Permissions.MayKeepInduction),
        new(Urls.Mail, "Mail", IconName.Mail, Permissions.MayChase)
        {
            Count = counts => counts.Mails,
            Counted = ("e-mail did not arrive", "e-mails did not arrive"),
        },
    ];

    private static readonly IReadOnlyList<OfficeLink> Settings =
    [
        new(Urls.Calendar, "School calendar", IconName.Calendar, Permissions.MayKeepCalendar),
        new(Urls.DueRules, "Deadlines", IconName.Clock, Permissions.MaySetDueRules),
        new(Urls.KeyRoles, "Key roles", IconName.Key, Permissions.MayKeepRecords),
        new(Urls.Packs, "Induction packs", IconName.Layers, Permissions.MayKeepInduction),
        new(Urls.Crest, "Crest", IconName.Shield, Permissions.MayPublish),
        new(Urls.Kiosk, "Signing station", IconName.Device, Permissions.MayManageStaff),
        new(Urls.Backups, "Back-ups", IconName.Download, Permissions.MayBackUp),
        new(Urls.WhoDidWhat, "Who did what", IconName.Search, Permissions.MaySeeWhoDidWhat),
        new(Urls.Keeping, "What is kept", IconName.Clock, Permissions.MayKeepPrivacy),
        new(Urls.Privacy, "Privacy", IconName.Person, Permissions.MayManageStaff),
    ];

    private static IReadOnlyList<OfficeLink> All { get; } = [.. Daily, .. Records, .. Settings];

    /// <returns>What the person may open, in the order in which it is shown; groups without a page are left out. The first group has no name.</returns>
    /// <param name="isNamedGovernor">True for the governor who reads declarations of the headteacher.</param>
    public static IReadOnlyList<(string? Name, IReadOnlyList<OfficeLink> Links)> For(Actor actor, bool isNamedGovernor)
    {
        (string? Name, IReadOnlyList<OfficeLink> Links)[] groups = [(null, Daily), ("Records", Records), ("Settings", Settings)];
        return
        [
            .. groups.Select(group => (group.Name, Links: (IReadOnlyList<OfficeLink>)[.. group.Links.Where(IsOpen)])).Where(group => group.Links.Count > 0),
        ];

        bool IsOpen(OfficeLink link) => link.IsFor(actor) || (isNamedGovernor && link.Url == Urls.Declarations);
    }

    /// <returns>The entry to which a page belongs; null for pages of none.</returns>
    /// <param name="path">"/people/…".</param>
    public static OfficeLink? Of(string path) =>
        All.SelectMany(link => link.Also.Prepend(link.Url).Select(start => (link, start)))
            .Where(entry => IsUnder(path, entry.start))
            .OrderByDescending(entry => entry.start.Length)
            .FirstOrDefault()
            .link;

    /// <returns>"page" at its own address, "true" at one below it, else null.</returns>
    public static string? Current(OfficeLink link, string path) =>
        Of(path) != link ? null
        : string.Equals(path, link.Url, StringComparison.OrdinalIgnoreCase) ? "page"
        : "true";

    private static bool IsUnder(string path, string start) =>
        path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (path.Length == start.Length || path[start.Length] == '/');
}
