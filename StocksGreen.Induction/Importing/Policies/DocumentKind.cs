namespace StocksGreen.Induction.Importing.Policies;

/// <summary>What kind of file a policy is read from.</summary>
internal enum DocumentKind
{
    Text,
    Word,
    Pdf,
    OpenDocument,

    /// <summary>An OpenDocument text that is not packed (.fodt).</summary>
    FlatOpenDocument,
    WebPage,

    /// <summary>A page and its pictures in an archive, as Google Docs downloads them.</summary>
    WebPageInZip,

    /// <summary>A page and its pictures as one message (.mht), as browsers save them.</summary>
    WebPageInOneFile,
}
