using System.ComponentModel.DataAnnotations;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Setup;

/// <summary>What first-run set-up asks.</summary>
public sealed class SetUpForm
{
    [Required(ErrorMessage = "Enter the code that the server printed when it started.")]
    public string Code { get; set; } = "";

    [Required(ErrorMessage = "Enter the school’s name."), StringLength(120, ErrorMessage = "Shorten the school’s name to 120 characters.")]
    public string SchoolName { get; set; } = "";

    [Required(ErrorMessage = "Enter the headteacher’s full name."), StringLength(120, ErrorMessage = "Shorten the name to 120 characters.")]
    public string HeadteacherName { get; set; } = "";

    [Required(ErrorMessage = "Enter the headteacher’s work e-mail."), EmailAddress(ErrorMessage = "Enter a full e-mail address, such as head@school.example.")]
    public string Email { get; set; } = "";

    public bool IsDesignatedSafeguardingLead { get; set; }

    [Required(ErrorMessage = "Choose a password.")]
    public string Password { get; set; } = "";

    [Compare(nameof(Password), ErrorMessage = "The two passwords are not the same.")]
    public string PasswordAgain { get; set; } = "";
}
