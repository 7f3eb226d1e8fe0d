namespace StocksGreen.Induction.Features.DueDates;

/// <summary>How long people have to sign, and who has longer or need not.</summary>
public static class DueDateServices
{
    public static IServiceCollection AddDueDates(this IServiceCollection services) =>
        services
            .AddScoped<PersonRequirementsQuery>()
            .AddScoped<ExemptionQuery>()
            .AddScoped<DueRulesQuery>()
            .AddScoped<ExtendDue>()
            .AddScoped<ExemptPerson>()
            .AddScoped<EndExemption>()
            .AddScoped<DecideDueRules>();
}
