namespace StocksGreen.Induction.Domain.Staff;

/// <summary>What audiences are called on screens and papers.</summary>
public static class AudienceNames
{
    public static string Singular(this Audience audience) =>
        audience switch
        {
            Audience.Employee => "Employee",
            Audience.Governor => "Governor",
            Audience.Volunteer => "Volunteer",
            Audience.Contractor => "Contractor",
            Audience.Visitor => "Visitor",
        };

    public static string Plural(this Audience audience) => audience.Singular() + "s";
}
