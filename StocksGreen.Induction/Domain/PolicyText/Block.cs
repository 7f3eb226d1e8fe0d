namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>A piece of a section: a paragraph or a list of bullets.</summary>
public abstract record Block;

/// <summary>One paragraph; lines that the source merely wrapped are joined.</summary>
public sealed record Paragraph(RichText Text) : Block;

/// <summary>Bullets that stand together.</summary>
public sealed record BulletList(IReadOnlyList<Bullet> Bullets) : Block;

/// <summary>A bullet and the bullets nested under it, to any depth.</summary>
public sealed record Bullet(RichText Text, IReadOnlyList<Bullet> Nested);
