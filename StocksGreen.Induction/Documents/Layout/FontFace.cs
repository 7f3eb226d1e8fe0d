namespace StocksGreen.Induction.Documents.Layout;

/// <summary>The faces of Source Sans 3 that documents are set in.</summary>
public enum FontFace
{
    Regular,
    Italic,
    SemiBold,
    Bold,
}
