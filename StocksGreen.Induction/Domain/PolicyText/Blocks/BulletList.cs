namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>Bullets that stand together; their items have no label.</summary>
public sealed record BulletList(IReadOnlyList<ListItem> Items) : Block;
