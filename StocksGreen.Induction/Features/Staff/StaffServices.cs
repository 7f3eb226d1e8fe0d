namespace StocksGreen.Induction.Features.Staff;

/// <summary>People in.</summary>
public static class StaffServices
{
    public static IServiceCollection AddStaffing(this IServiceCollection services) =>
        services
            .AddScoped<Features.Calendar.CalendarQuery>()
            .AddScoped<Features.Calendar.DecideTermDates>()
            .AddScoped<Features.Calendar.DecideDay>()
            .AddScoped<Features.Calendar.DecideWorkingDays>()
            .AddScoped<Features.Calendar.WorkingDaysQuery>()
            .AddScoped<Features.DueDates.PersonRequirementsQuery>()
            .AddScoped<Features.DueDates.ExemptionQuery>()
            .AddScoped<Features.DueDates.DueRulesQuery>()
            .AddScoped<Features.DueDates.ExtendDue>()
            .AddScoped<Features.DueDates.ExemptPerson>()
            .AddScoped<Features.DueDates.EndExemption>()
            .AddScoped<Features.DueDates.DecideDueRules>()
            .AddScoped<AddPerson>()
            .AddScoped<PeopleQuery>()
            .AddScoped<Features.KeyRoles.KeyRolesQuery>()
            .AddScoped<Features.KeyRoles.ChangeKeyRole>()
            .AddScoped<IssueSignInLink>()
            .AddScoped<IssueSignInCode>()
            .AddScoped<ChangePerson>()
            .AddScoped<EditPerson>()
            .AddScoped<PausePerson>()
            .AddScoped<EndPerson>()
            .AddScoped<PersonQuery>()
            .AddScoped<Features.Staff.Importing.ImportStaff>()
            .AddScoped<Features.Staff.Importing.StaffUploads>();
}
