namespace StocksGreen.Induction.Features.Staffing;

/// <summary>People in.</summary>
public static class StaffingFeature
{
    public static IServiceCollection AddStaffing(this IServiceCollection services) =>
        services.AddScoped<Calendar.CalendarQuery>().AddScoped<Calendar.DecideTermDates>().AddScoped<Calendar.DecideDay>().AddScoped<Calendar.DecideWorkingDays>().AddScoped<Calendar.WorkingDaysQuery>()
            .AddScoped<Requirements.PersonRequirementsQuery>().AddScoped<Requirements.ExemptionQuery>().AddScoped<Requirements.DueRulesQuery>()
            .AddScoped<Requirements.ExtendDue>().AddScoped<Requirements.ExemptPerson>().AddScoped<Requirements.EndExemption>().AddScoped<Requirements.DecideDueRules>()
            .AddScoped<AddPerson>().AddScoped<PeopleQuery>().AddScoped<KeyRoles.KeyRolesQuery>().AddScoped<KeyRoles.ChangeKeyRole>().AddScoped<IssueSignInLink>().AddScoped<IssueSignInCode>()
            .AddScoped<ChangePerson>().AddScoped<EditPerson>().AddScoped<PausePerson>().AddScoped<EndPerson>().AddScoped<PersonQuery>().AddScoped<Importing.ImportStaff>().AddScoped<Importing.StaffUploads>();
}
