namespace StocksGreen.Induction.Domain.Declarations;

/// <summary>Who may read a declaration. No one decides on their own.</summary>
public enum DeclarationReaders
{
    /// <summary>The Designated Safeguarding Lead and the headteacher.</summary>
    LeadAndHeadteacher,

    /// <summary>The headteacher alone: the declaration is the Designated Safeguarding Lead's own.</summary>
    Headteacher,

    /// <summary>The named governor alone: the declaration is the headteacher's own.</summary>
    NamedGovernor,
}
