namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>An item of a list and what stands under it, to any depth.</summary>
/// <param name="Label">As printed: "(b)", "1.", "iv)"; empty in a list of bullets.</param>
public sealed record ListItem(string Label, RichText Text, IReadOnlyList<Block> Nested)
{
    /// <summary>A bullet with bullets under it, or with none.</summary>
    public static ListItem Bullet(RichText text, IReadOnlyList<ListItem> nested) => new("", text, nested.Count == 0 ? [] : [new BulletList(nested)]);
}
