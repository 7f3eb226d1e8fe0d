using StocksGreen.Induction.Domain.Staff;
using static StocksGreen.Induction.Demo.DemoFate;
using static StocksGreen.Induction.Domain.Staff.Audience;

namespace StocksGreen.Induction.Demo;

/// <summary>The staff of the demonstration. Every name is invented; the policy is the school's real one.</summary>
internal static class DemoStaffList
{
    internal const string Headteacher = "Helen Ashdown";
    internal const string NewStarter = "Amelia Hart";
    internal const string Teacher = "Daniel Okafor";
    internal const string Office = "Ruth Pemberton";
    internal const string Governor = "Priya Nair";

    /// <summary>School days before today on which the policy was published.</summary>
    internal const int PublishedSchoolDaysAgo = 45;

    internal static readonly IReadOnlyList<DemoPerson> People =
    [
        new(Office, "School office manager", Employee, 400, 0),
        new(Teacher, "Class teacher, Year 4", Employee, 400, 3),
        new(NewStarter, "Teaching assistant", Employee, 0, null),
        new(Governor, "Parent governor", Audience.Governor, 300, 4),
        new("Siân Pritchard", "Deputy headteacher", Employee, 900, 0),
        new("Tomasz Wiśniewski", "Class teacher, Year 6", Employee, 700, 1),
        new("Zoë Fairbairn", "Class teacher, Year 5", Employee, 210, 2),
        new("Grace Adeyemi", "Class teacher, Year 3", Employee, 400, 5),
        new("Oliver Thackeray", "Class teacher, Year 2", Employee, 600, 7),
        new("Niamh O’Sullivan", "Class teacher, Year 1", Employee, 420, 9),
        new("Fatima Rahman", "Class teacher, Reception", Employee, 520, 2),
        new("Callum Brightwell", "Supply teacher", Employee, 30, null, ChasedOnce),
        new("Beatrice Longley", "SENCO", Employee, 800, 1),
        new("Marek Kowalczyk", "Teaching assistant", Employee, 300, 12),
        new("Josie Penhaligon", "Teaching assistant", Employee, 250, 6),
        new("Aisha Bello", "Teaching assistant", Employee, 33, null, HalfRead),
        new("Lewis Garside", "Teaching assistant", Employee, 9, 4),
        new("Wendy Maltravers", "Teaching assistant", Employee, 500, null, OnLongAbsence),
        new("Hannah Rosewarne", "Teaching assistant", Employee, 7, null),
        new("Imogen Castell", "Lunchtime supervisor", Employee, 350, null, ChasedOnce),
        new("Derek Stanhope", "Lunchtime supervisor", Employee, 260, 8),
        new("Maria Santos", "Lunchtime supervisor", Employee, 3, null),
        new("Kofi Mensah", "Site manager", Employee, 900, 5),
        new("Elin Bowen", "Cook", Employee, 450, null),
        new("Graham Tilbury", "Finance officer", Employee, 610, 2),
        new("Yasmin Choudhury", "Pastoral support worker", Employee, 2, null),
        new("Robert Evershed", "Music teacher (visiting)", Employee, 300, 10, Left),
        new("Catherine Ollerenshaw", "Chair of governors", Audience.Governor, 700, 3),
        new("Alan Whitcombe", "Co-opted governor", Audience.Governor, 500, 11),
        new("Sunita Kapoor", "Staff governor", Audience.Governor, 200, null, HalfRead),
        new("Gwilym Rees-Davies", "Foundation governor", Audience.Governor, 420, null, Exempt),
        new("Margaret Dunmore", "Reading volunteer", Volunteer, 220, 6),
        new("Peter Ashworth-Lyle", "Reading volunteer", Volunteer, 180, null, ChasedOnce),
        new("Ingrid Halvorsen", "Parent helper", Volunteer, 4, null),
    ];
}
