namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>Why something must be looked at before a policy is published.</summary>
public enum FidelityKind
{
    StruckOut,
    Hidden,
    Watermark,
    Placeholder,
    Picture,
    Symbol,
    Object,

    /// <summary>Words of the document that are neither in the text nor named as left out.</summary>
    MissingWords,

    /// <summary>A picture of the text that no one has described or called decorative.</summary>
    NotDescribed,

    /// <summary>A page that is published as a picture, whose words no one has written or confirmed.</summary>
    PageText,
}
