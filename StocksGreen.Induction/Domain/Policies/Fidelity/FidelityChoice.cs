namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>What a person has decided about something that the import left out or could not read.</summary>
public enum FidelityChoice
{
    /// <summary>It is right so: it stays out of the policy.</summary>
    LeaveOut,

    /// <summary>It belongs in, and someone has put it in by hand.</summary>
    PutIn,

    /// <summary>What looks like a placeholder is meant to stand as it is.</summary>
    Stays,

    /// <summary>A placeholder was filled in or taken out, so that its words are no longer in the text.</summary>
    FilledIn,

    /// <summary>The words under the picture of a page are those of the page.</summary>
    Confirmed,
}
