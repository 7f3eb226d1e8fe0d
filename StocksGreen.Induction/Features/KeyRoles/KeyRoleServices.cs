namespace StocksGreen.Induction.Features.KeyRoles;

/// <summary>Who holds the roles that policies name.</summary>
public static class KeyRoleServices
{
    public static IServiceCollection AddKeyRoles(this IServiceCollection services) => services.AddScoped<KeyRolesQuery>().AddScoped<ChangeKeyRole>();
}
