namespace StocksGreen.Induction.Components.Forms;

/// <summary>One of several answers in a form.</summary>
/// <param name="Value">As it is posted.</param>
/// <param name="Words">As it is read.</param>
/// <param name="Hint">A quieter line below; null for none.</param>
public sealed record Choice(string Value, string Words, string? Hint = null);
