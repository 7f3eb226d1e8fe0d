namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>Numbered or lettered items that stand together, each with the label that was printed, so that a sentence that names "(b)" finds it.</summary>
public sealed record NumberedList(IReadOnlyList<ListItem> Items) : Block;
