using System.ComponentModel.DataAnnotations;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Ui;

/// <summary>Checks a posted form by the rules on its properties.</summary>
public static class FormCheck
{
    /// <returns>One refusal a property at most, in the order of the properties; its field is the property's name.</returns>
    public static IReadOnlyList<Refusal> Refusals(object form)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true);
        var order = form.GetType().GetProperties().Select(property => property.Name).ToList();
        return [.. results
            .Select(result => new Refusal(result.MemberNames.FirstOrDefault() ?? "", result.ErrorMessage ?? ""))
            .DistinctBy(refusal => refusal.Field, StringComparer.Ordinal)
            .OrderBy(refusal => order.IndexOf(refusal.Field))];
    }
}
