namespace StocksGreen.Induction.Configuration;

/// <summary>How a connection to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the open and must go over to TLS before anything is said; a server that does not offer it is refused.</summary>
    StartTls,

    /// <summary>TLS from the first byte, as on port 465.</summary>
    Tls,

    /// <summary>In the open; only to a server on this machine.</summary>
    None,
}
