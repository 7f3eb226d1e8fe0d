namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>A thin line or the thin side of a box: an underline, a line through words, the border of a cell. In points.</summary>
/// <param name="IsLevel">True for one that runs from left to right.</param>
/// <param name="At">Its height on the page, or for an upright one its distance from the left.</param>
internal readonly record struct DrawnLine(bool IsLevel, double At, double From, double To);
