using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Support;

internal static class ListItemExtensions
{
    /// <summary>The bullets directly under an item.</summary>
    internal static IReadOnlyList<ListItem> BulletsUnder(this ListItem item) => [.. item.Nested.OfType<BulletList>().SelectMany(list => list.Items)];
}
