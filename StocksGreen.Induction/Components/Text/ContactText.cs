using System.Globalization;

namespace StocksGreen.Induction.Components.Text;

/// <summary>What is said of contacts that were recorded.</summary>
internal static class ContactText
{
    /// <param name="people">0: it was taken back before.</param>
    internal static string TakenBack(int people) =>
        people switch
        {
            0 => "Nothing changed: it was taken back before, or it is an e-mail that was sent.",
            1 => "Taken back: 1 person no longer counts as reminded. Both stay in the records.",
            _ => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"Taken back: {people:N0} people no longer count as reminded. Both stay in the records."),
        };
}
