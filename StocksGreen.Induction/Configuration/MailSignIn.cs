namespace StocksGreen.Induction.Configuration;

/// <summary>How this program shows a mail server who it is.</summary>
public enum MailSignIn
{
    /// <summary>By user name and password, or not at all where neither is set.</summary>
    Password,

    /// <summary>By a token that Microsoft gives an application of the school's own tenant (XOAUTH2, client credentials).</summary>
    Microsoft365,

    /// <summary>By a token that Google gives a service account that may act for the mailbox (XOAUTH2, domain-wide delegation).</summary>
    Google,
}
