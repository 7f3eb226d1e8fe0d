namespace StocksGreen.Induction.Domain.Questions;

/// <summary>Other ways in which a person may need a policy.</summary>
public enum Adjustment
{
    LargePrint,
    ReadAloud,
    Translated,
    WithColleague,
    Other,
}
