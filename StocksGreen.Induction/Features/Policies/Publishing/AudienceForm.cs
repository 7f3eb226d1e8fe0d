using System.Globalization;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>Reads what <see cref="AudienceChooser"/> posts.</summary>
internal static class AudienceForm
{
    internal static string DutyField(Audience audience) => $"duty-{audience}";

    internal static string PartsField(Audience audience) => $"parts-{audience}";

    /// <param name="parts">How many parts the text has.</param>
    internal static IReadOnlyList<AudienceDuty> Parse(IFormCollection form, int parts)
    {
        var duties = new List<AudienceDuty>();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            if (NamedChoice.Parse<Duty>(form[DutyField(audience)]) is { } duty)
            {
                var chosen = form[PartsField(audience)]
                    .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : -1)
                    .Where(ordinal => ordinal >= 0 && ordinal < parts)
                    .Distinct()
                    .Order()
                    .ToList();
                duties.Add(new AudienceDuty(audience, duty, chosen.Count == parts ? null : chosen));
            }
        }

        return duties;
    }
}
