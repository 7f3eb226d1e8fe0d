namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>What Word prints before a numbered or bulleted paragraph.</summary>
/// <param name="Text">"4.1", "(a)", or the glyph of a bullet; empty where nothing is printed.</param>
/// <param name="Font">Of the glyph; empty where the level does not say.</param>
internal sealed record WordLabel(bool IsBullet, string Text, string Font = "");
