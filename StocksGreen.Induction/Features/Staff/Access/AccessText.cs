using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.Access;

/// <summary>Access in words.</summary>
internal static class AccessText
{
    /// <summary>"Headteacher".</summary>
    public static string Of(AccessRoles role) =>
        role switch
        {
            AccessRoles.Headteacher => "Headteacher",
            AccessRoles.DesignatedSafeguardingLead => "Designated Safeguarding Lead or deputy",
            AccessRoles.Office => "School office",
            AccessRoles.Governor => "Governor",
            _ => "Staff",
        };

    /// <summary>Each role in a sentence's words: "headteacher, school office".</summary>
    public static string All(AccessRoles roles) =>
        string.Join(
            ", ",
            new[] { AccessRoles.Headteacher, AccessRoles.DesignatedSafeguardingLead, AccessRoles.Office, AccessRoles.Governor }
                .Where(role => roles.HasFlag(role))
                .Select(Of)
                .DefaultIfEmpty(Of(AccessRoles.Staff))
        );

    /// <summary>"Made headteacher".</summary>
    public static string Of(AccessChanged change) =>
        change.Kind switch
        {
            AccessChangeKind.RoleGiven => $"{Of(change.Role)}: given",
            AccessChangeKind.RoleTaken => $"{Of(change.Role)}: taken",
            AccessChangeKind.ActingGiven when change is { From: { } from, Until: { } until } =>
                $"Acting headteacher from {LondonTime.ToWords(from)} to {LondonTime.ToWords(until)}",
            AccessChangeKind.ActingGiven => "Acting headteacher",
            AccessChangeKind.ActingEnded => "Acting headteacher: ended",
            AccessChangeKind.SecondStepReset => "Second step: to be set up again",
        };
}
