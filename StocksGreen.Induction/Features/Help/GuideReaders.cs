namespace StocksGreen.Induction.Features.Help;

/// <summary>Whom a page of the guide concerns.</summary>
public enum GuideReaders
{
    /// <summary>Everyone with an account.</summary>
    Everyone,

    /// <summary>Those who keep people and chase: the office and the headteacher.</summary>
    Office,

    /// <summary>Those who read reports: the headteacher, the Designated Safeguarding Lead and governors.</summary>
    Reports,

    /// <summary>Those who look after the server, for whom the program knows no role: the office and the headteacher.</summary>
    Operators,
}
