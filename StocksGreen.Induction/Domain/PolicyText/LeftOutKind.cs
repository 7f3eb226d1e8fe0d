using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>Why something stands in a file and not in the policy that was read from it.</summary>
public enum LeftOutKind
{
    /// <summary>Words with a line through them: never a rule.</summary>
    StruckOut,

    /// <summary>Words that are hidden, or of the colour of the paper.</summary>
    Hidden,

    /// <summary>A tracked deletion.</summary>
    Deleted,

    /// <summary>A tracked insertion, which is in the policy: it was accepted.</summary>
    Inserted,

    /// <summary>A remark in the margin.</summary>
    Comment,

    /// <summary>Words behind the text of every page: "DRAFT".</summary>
    Watermark,

    /// <summary>A line at the head or foot of every page that is no key detail.</summary>
    Header,

    /// <summary>Words that someone was to replace: "[insert name]", "XX/XX/20XX". They are in the policy.</summary>
    Placeholder,

    /// <summary>A picture that could not be taken over, or that no one has described.</summary>
    Picture,

    /// <summary>A sign of a font whose meaning is not known.</summary>
    Symbol,

    /// <summary>A chart, a drawing, an embedded file, a form control: what cannot be read.</summary>
    Object,
}
