namespace StocksGreen.Induction.Importing.Staff;

/// <summary>What a column of a staff file holds. Those that are not here are not needed, and are neither kept nor shown.</summary>
internal enum StaffColumn
{
    StaffNumber,
    FullName,

    /// <summary>"Hart, Amelia".</summary>
    SurnameFirst,
    Forename,
    Surname,
    Email,
    Role,

    /// <summary>Teaching, support, governor, volunteer, agency …</summary>
    Category,

    /// <summary>Current, leaver …</summary>
    Status,

    /// <summary>First day at the school.</summary>
    EmploymentStart,
    EmploymentEnd,

    /// <summary>First day of the contract or role of the row.</summary>
    ContractStart,
    ContractEnd,

    LineLead,

    /// <summary>Who employs the person in the school's place: filled, it makes a contractor.</summary>
    Agency,
}
