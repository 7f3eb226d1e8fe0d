namespace StocksGreen.Induction.Domain.Staff;

/// <summary>How a person is given a way in. Names are stored and sealed: never rename one.</summary>
public enum SignInWay
{
    /// <summary>A one-time link, shown to the person who made it.</summary>
    Link,

    /// <summary>A one-time code, shown to the person who made it.</summary>
    Code,

    /// <summary>A one-time link in an e-mail; no one but the reader sees it.</summary>
    Mail,

    /// <summary>A one-time link and a code on a printed slip.</summary>
    Slip,
}
