using StocksGreen.Induction.Domain.Questions;

namespace StocksGreen.Induction.Components.Text;

/// <summary>What other ways are called on screens and papers.</summary>
public static class AdjustmentText
{
    public static string Words(this Adjustment way) =>
        way switch
        {
            Adjustment.LargePrint => "in large print",
            Adjustment.ReadAloud => "read aloud",
            Adjustment.Translated => "translated",
            Adjustment.WithColleague => "together with a colleague",
            Adjustment.Other => "in another way",
        };
}
