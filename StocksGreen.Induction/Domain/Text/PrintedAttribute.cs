using System.ComponentModel.DataAnnotations;

namespace StocksGreen.Induction.Domain.Text;

/// <summary>On a field of a form: what is entered will be printed on the school's papers, so all of it must be printable.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrintedAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        PrintedText.Refusal(value as string) is { } refusal
            ? new ValidationResult(refusal, validationContext.MemberName is { } field ? [field] : null)
            : ValidationResult.Success;
}
