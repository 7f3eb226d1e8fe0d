using StocksGreen.Induction.Features.Staff.Access;
using StocksGreen.Induction.Features.Staff.Importing;
using StocksGreen.Induction.Features.Staff.Listing;
using StocksGreen.Induction.Features.Staff.SignIns;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>The people of the school, as the office keeps them.</summary>
public static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services) =>
        services
            .AddScoped<PeopleQuery>()
            .AddScoped<PersonQuery>()
            .AddScoped<AddPerson>()
            .AddScoped<ChangePerson>()
            .AddScoped<EditPerson>()
            .AddScoped<PausePerson>()
            .AddScoped<EndPerson>()
            .AddScoped<ChangePeople>()
            .AddScoped<PersonAccessQuery>()
            .AddScoped<ChangeAccess>()
            .AddScoped<IssueSignInLink>()
            .AddScoped<IssueSignInCode>()
            .AddScoped<ForgiveGuesses>()
            .AddScoped<SignInSlipsQuery>()
            .AddScoped<PrintSignInSlips>()
            .AddScoped<ImportStaff>()
            .AddScoped<StaffUploads>();
}
