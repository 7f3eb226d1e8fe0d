using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A key detail as readers see it on a day: where a key role has changed hands since the text was written, with its holder of that day.</summary>
/// <param name="Value">What holds on the day.</param>
/// <param name="Printed">What the published text says, where that is another person; else null.</param>
/// <param name="Since">First day of the holder whom the text does not name; null where the text holds.</param>
public sealed record ShownDetail(string Name, string Value, string? Printed, DateOnly? Since)
{
    /// <summary>The head of a policy as it is on a day. The published text, and its hash, stay as they are.</summary>
    public static IReadOnlyList<ShownDetail> From(PolicyContent text, IReadOnlyDictionary<KeyRole, KeyRoleChange> holders) =>
        [
            .. text.KeyDetails.Select(detail =>
                KeyRoleNames.Find(detail.Name) is { } role && holders.GetValueOrDefault(role) is { } holder && !Names(detail.Value, holder.Holder)
                    ? new ShownDetail(detail.Name, holder.Holder, detail.Value, holder.From)
                    : new ShownDetail(detail.Name, detail.Value, null, null)
            ),
        ];

    /// <summary>
    /// True where the text names the same people, be it with a title or a post that the other leaves out. Raw: "Peter Hipkiss, Headteacher" and "Peter
    /// Hipkiss".
    /// </summary>
    private static bool Names(string printed, string holder) =>
        SearchText.Fold(printed).Contains(SearchText.Fold(holder), StringComparison.Ordinal)
        || SearchText.Fold(holder).Contains(SearchText.Fold(printed), StringComparison.Ordinal);
}
