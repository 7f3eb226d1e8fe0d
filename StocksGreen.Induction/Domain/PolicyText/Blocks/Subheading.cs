namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A heading inside a section, which is read and confirmed with the section.</summary>
/// <param name="Level">1 to 3, counted from the section's own heading.</param>
public sealed record Subheading(RichText Text, int Level) : Block
{
    public const int Deepest = 3;
}
