namespace StocksGreen.Induction.Domain.Staff;

/// <summary>The classes of people whom a policy may bind.</summary>
/// <remarks>Social Media Policy §1: governing body, staff, external contractors, visitors and volunteers, "collectively referred to as "staff"".</remarks>
public enum Audience
{
    Employee,
    Governor,
    Volunteer,
    Contractor,
    Visitor,
}
