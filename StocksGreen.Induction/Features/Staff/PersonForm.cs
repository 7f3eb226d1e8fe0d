using System.ComponentModel.DataAnnotations;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>What the office enters to add a person, or to change what is known of one.</summary>
public sealed class PersonForm
{
    [Required(ErrorMessage = "Enter the person’s full name."), StringLength(120, ErrorMessage = "Shorten the name to 120 characters.")]
    public string FullName { get; set; } = "";

    /// <summary>Work e-mail; null for someone who has none and signs in by one-time codes.</summary>
    /// <remarks>A browser sends an empty field as "", which <see cref="EmailAddressAttribute"/> takes for a wrong address.</remarks>
    [
        EmailAddress(ErrorMessage = "Enter a full e-mail address, such as a.hart@school.example, or leave it empty."),
        StringLength(254, ErrorMessage = "Shorten the e-mail address.")
    ]
    public string? Email
    {
        get;
        set => field = OrNull(value);
    }

    [Required(ErrorMessage = "Enter the job title."), StringLength(200, ErrorMessage = "Shorten the job title to 200 characters.")]
    public string JobTitle { get; set; } = "";

    public Audience Audience { get; set; } = Audience.Employee;

    [Required(ErrorMessage = "Enter the first day in post.")]
    public WrittenDate? StartsOn { get; set; }

    /// <summary>What the school's MIS calls the person; empty where the school does not say.</summary>
    [StringLength(40, ErrorMessage = "Shorten the staff ID to 40 characters.")]
    public string? StaffNumber { get; set; }

    /// <summary>Who leads the person from day to day; null for no one.</summary>
    public Guid? LineLead { get; set; }

    /// <summary>Whether the person works in the school office.</summary>
    public bool IsOffice { get; set; }

    /// <summary>Number of the last entry about the person when the form was shown; null for someone new.</summary>
    public long? Seen { get; set; }

    /// <summary>What was typed, or null where nothing was.</summary>
    internal static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>What is wrong with an e-mail; null where nothing is, or there is none.</summary>
    internal static ValidationError? ErrorInEmail(string? email) =>
        email is null || (new EmailAddressAttribute().IsValid(email) && !PlainLine.HasUnseen(email))
            ? null
            : new ValidationError(nameof(Email), "Enter a full e-mail address, such as a.hart@school.example.");

    /// <summary>What is wrong with names; null where nothing is.</summary>
    internal static ValidationError? ErrorInNames(PersonForm form) =>
        PlainLine.Errors((nameof(FullName), form.FullName), (nameof(JobTitle), form.JobTitle), (nameof(StaffNumber), form.StaffNumber)).FirstOrDefault();

    internal static ValidationError? ErrorInAudience(Audience audience) =>
        Enum.IsDefined(audience) ? null : new ValidationError(nameof(Audience), "Choose the group that the person belongs to.");

    /// <summary>First days further away than a career are taken for a slip of the pen.</summary>
    internal static ValidationError? ErrorInFirstDay(DateOnly? startsOn, DateOnly today) =>
        startsOn < today.AddYears(-60) || startsOn > today.AddYears(2)
            ? new ValidationError(nameof(StartsOn), "Check the first day in post: it is too far away.")
            : null;
}
