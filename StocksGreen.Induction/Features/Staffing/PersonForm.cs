using System.ComponentModel.DataAnnotations;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Features.Staffing;

/// <summary>What the office enters to add a person.</summary>
public sealed class PersonForm
{
    [Required(ErrorMessage = "Enter the person’s full name."), StringLength(120, ErrorMessage = "Shorten the name to 120 characters.")]
    public string FullName { get; set; } = "";

    [EmailAddress(ErrorMessage = "Enter a full e-mail address, such as a.hart@school.example, or leave it empty."), StringLength(254, ErrorMessage = "Shorten the e-mail address.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Enter the job title."), StringLength(120, ErrorMessage = "Shorten the job title to 120 characters.")]
    public string JobTitle { get; set; } = "";

    public Audience Audience { get; set; } = Audience.Employee;

    [Required(ErrorMessage = "Enter the first day in post.")]
    public DateOnly? StartsOn { get; set; }

    /// <summary>Whether the person works in the school office.</summary>
    public bool IsOffice { get; set; }
}
