namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>What is printed before an item.</summary>
/// <param name="Text">"(b)", "1.1", or the glyph of a bullet; never empty.</param>
/// <param name="IsParagraph">The label belongs to a paragraph or a heading, and not to an item among others.</param>
internal sealed record FlowLabel(string Text, bool IsBullet, bool IsParagraph = false)
{
    public static FlowLabel Bullet { get; } = new("•", IsBullet: true);

    /// <summary>"1.1", "2.3.4": the number of a clause.</summary>
    public bool IsOfClause => !IsBullet && Text.Trim('(', ')', '.').Contains('.', StringComparison.Ordinal);
}
