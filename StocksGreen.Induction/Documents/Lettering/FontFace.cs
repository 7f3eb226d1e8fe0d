namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>The faces of Source Sans 3 that documents are set in.</summary>
public enum FontFace
{
    Regular,
    Italic,
    SemiBold,
    Bold,
}
