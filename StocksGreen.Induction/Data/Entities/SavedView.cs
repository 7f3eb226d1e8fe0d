using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>A list as someone narrowed and sorted it, under a name of their own. It proves nothing and is theirs alone.</summary>
public sealed class SavedView
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>So many each person can keep; more would be a list to search.</summary>
    public const int Most = 20;

    private SavedView() { }

    /// <param name="address">Path and query: "/who-has-not-signed?standing=Overdue".</param>
    public SavedView(StaffId of, string name, string address)
    {
        Id = Guid.NewGuid();
        StaffId = of;
        Name = name;
        Address = address;
    }

    public Guid Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public StaffId StaffId { get; private set; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>From now on the name means another list.</summary>
    public void Lead(string address) => Address = address;
}
