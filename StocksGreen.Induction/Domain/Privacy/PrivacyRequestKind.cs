namespace StocksGreen.Induction.Domain.Privacy;

/// <summary>What a person asks for about their data. Stored by name.</summary>
public enum PrivacyRequestKind
{
    /// <summary>Something in their record is wrong.</summary>
    Correction,

    /// <summary>They are not content with how their data is handled.</summary>
    Complaint,
}
