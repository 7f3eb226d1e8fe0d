using DocumentFormat.OpenXml;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Something drawn.</summary>
/// <param name="IsBefore">True where it stands before the words of its paragraph.</param>
internal sealed record WordDrawing(OpenXmlElement Element, bool IsBefore);
