using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Demo.Large;

/// <summary>Invented people: roles, starts, ends and teams as a large school has them.</summary>
internal static class LargeStaff
{
    private static readonly string[] First = (
        "Amelia Björn Chloë Dafydd Eilidh Farah Gethin Hana Idris Joanna Kwame Łucja Maeve Noor Oisín Priya Quentin Rosa Søren Thandi Ursula Viktor "
        + "Wren Xanthe Yusuf Zoë Agnieszka Bilal Cerys Dmitri Efua Fionn Greta Hamza Ines Jakub Keziah Lorcan Mirela Niamh"
    ).Split(' ');

    private static readonly string[] Last = (
        "Abbott Brzęczyk Castell Doyle Étienne Fairbairn Garside Hughes Iqbal Jablonski Keane Longley Mbeki Nowak O’Sullivan Penhaligon Quigley "
        + "Rees-Davies Sørensen Tyler Underhill Vaughan Whitcombe Xavier Yilmaz Zieliński Ashworth Bello Chaudhry Dunmore Everly Fontaine Grzegorczyk "
        + "Halloran Ibbotson Jessop Kilbride Lindqvist Marchetti Nyström"
    ).Split(' ');

    private static readonly (string Title, Audience Audience, int Share)[] Roles =
    [
        ("Teaching assistant", Audience.Employee, 28),
        ("Lunchtime supervisor", Audience.Employee, 12),
        ("Cleaner", Audience.Employee, 4),
        ("-1:1 Support", Audience.Employee, 5),
        ("Cook", Audience.Employee, 3),
        ("SENCO", Audience.Employee, 1),
        ("Site manager", Audience.Employee, 1),
        ("Supply teacher", Audience.Employee, 4),
        ("Class teacher, Reception", Audience.Employee, 4),
        ("Class teacher, Year 1", Audience.Employee, 4),
        ("Class teacher, Year 2", Audience.Employee, 4),
        ("Class teacher, Year 3", Audience.Employee, 4),
        ("Class teacher, Year 4", Audience.Employee, 4),
        ("Class teacher, Year 5", Audience.Employee, 4),
        ("Class teacher, Year 6", Audience.Employee, 4),
        ("Parent governor", Audience.Governor, 2),
        ("Co-opted governor", Audience.Governor, 2),
        ("Reading volunteer", Audience.Volunteer, 7),
        ("Trip helper", Audience.Volunteer, 3),
    ];

    /// <param name="first">First day of the first academic year.</param>
    internal static IReadOnlyList<StaffMember> Make(LargeSize size, DateOnly first, DateOnly today, Random chance, Func<Guid> id)
    {
        var roles = Roles.SelectMany(role => Enumerable.Repeat(role, role.Share)).ToArray();
        var people = new List<StaffMember>(size.People);
        var days = today.DayNumber - first.DayNumber;
        for (var number = 0; number < size.People; number++)
        {
            var (title, audience, _) = roles[chance.Next(roles.Length)];
            var name = $"{First[chance.Next(First.Length)]} {Last[chance.Next(Last.Length)]}{(number < 1600 ? "" : $" {(char)('A' + (number / 1600 % 26))}.")}";
            var starts = chance.Next(10) < 6 ? first.AddDays(-chance.Next(1, 4000)) : first.AddDays(chance.Next(Math.Max(1, days + 20)));
            var ends = chance.Next(100) < 12 && starts < today ? starts.AddDays(chance.Next(60, 3000)) : (DateOnly?)null;
            var email = chance.Next(100) < 93 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"person.{number}@stocksgreen.example") : null;
            var person = new StaffMember(new StaffId(id()), name, email, title, audience, starts, ends < first ? null : ends);
            if (number > 20)
            {
                // One in a dozen leads a team.
                person.LedBy(people[chance.Next(Math.Max(1, number / 12))].Id);
            }

            people.Add(person);
        }

        return people;
    }
}
