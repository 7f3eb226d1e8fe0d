namespace StocksGreen.Induction.Configuration;

/// <summary>Where mail goes.</summary>
public enum MailTransport
{
    /// <summary>Nowhere: the school prints slips and writes its own e-mails.</summary>
    None,

    /// <summary>To a mail server.</summary>
    Server,

    /// <summary>Into a folder that another program empties, one <c>.eml</c> file a letter.</summary>
    Folder,
}
