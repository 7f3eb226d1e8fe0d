using System.ComponentModel.DataAnnotations;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Components.Forms;

/// <summary>Checks a posted form by the rules on its properties.</summary>
public static class FormValidation
{
    /// <returns>One error a property at most, in the order of the properties; its key is the property's name.</returns>
    public static IReadOnlyList<ValidationError> Errors(object form)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true);
        var order = form.GetType().GetProperties().Select(property => property.Name).ToList();
        return
        [
            .. results
                .Select(result => new ValidationError(result.MemberNames.FirstOrDefault() ?? "", result.ErrorMessage ?? ""))
                .DistinctBy(error => error.Key, StringComparer.Ordinal)
                .OrderBy(error => order.IndexOf(error.Key)),
        ];
    }
}
