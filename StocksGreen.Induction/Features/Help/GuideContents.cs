using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Features.Help;

/// <summary>Which pages the guide has, in which order, and who is shown each.</summary>
internal static class GuideContents
{
    internal static readonly IReadOnlyList<(string Name, GuideReaders Readers)> Pages =
    [
        ("reading-and-signing", GuideReaders.Everyone),
        ("evidence-and-checking", GuideReaders.Everyone),
        ("office", GuideReaders.Office),
        ("headteacher-and-governors", GuideReaders.Reports),
        ("getting-started", GuideReaders.Operators),
        ("deployment", GuideReaders.Operators),
        ("operating", GuideReaders.Operators),
        ("settings", GuideReaders.Operators),
        ("commands", GuideReaders.Operators),
        ("development", GuideReaders.Operators),
    ];

    internal static bool MayRead(Actor actor, GuideReaders readers) =>
        readers switch
        {
            GuideReaders.Everyone => Permissions.MayRead(actor),
            GuideReaders.Office or GuideReaders.Operators => Permissions.MayManageStaff(actor),
            GuideReaders.Reports => Permissions.MaySeeGovernorsReport(actor),
        };
}
