using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>
/// One line of the access log: who did what, about whom, from where. It stands outside the evidence, is written once, and goes after two years. People stand
/// in it by their ids alone, so that a name that is taken out of the store is out of the log, too.
/// </summary>
public sealed class AccessEntry
{
    /// <summary>Days for which a line is kept.</summary>
    public const int KeptDays = 730;

    /// <summary>Longest <see cref="What"/>, in characters.</summary>
    public const int LongestWhat = 300;

    private AccessEntry() { }

    /// <param name="by">Null where nobody was signed in, or the program did it.</param>
    /// <param name="about">Whom it concerns; null for nobody, or where it is not known.</param>
    /// <param name="what">More about it, to be read after the act: "as PDF". No names, no e-mail addresses.</param>
    public AccessEntry(DateTimeOffset at, AccessAct act, StaffId? by, StaffId? about, string what, string? place, string? address)
    {
        At = at;
        Act = act;
        By = by;
        About = about;
        What = what.Length > LongestWhat ? what[..LongestWhat] : what;
        Place = place;
        Address = address;
    }

    /// <summary>In the order of writing.</summary>
    public long Number { get; private set; }

    /// <summary>UTC; of several, when the first of them was.</summary>
    public DateTimeOffset At { get; private set; }

    public AccessAct Act { get; private set; }

    public StaffId? By { get; private set; }

    public StaffId? About { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>"Chrome on Windows"; null where it is not known.</summary>
    public string? Place { get; private set; }

    /// <summary>Network address; null where it is not known.</summary>
    public string? Address { get; private set; }

    /// <summary>How often the same happened; more than once where it was counted.</summary>
    public int Times { get; private set; } = 1;

    /// <summary>UTC; when the last of several was. Null for a single one.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>The same again, counted.</summary>
    /// <param name="from">UTC, of the first that is counted here.</param>
    /// <param name="until">UTC, of the last.</param>
    public AccessEntry Again(DateTimeOffset from, DateTimeOffset until, int times) =>
        new(from, Act, By, About, What, Place, Address) { Times = times, Until = times > 1 ? until : null };

    /// <summary>The same of whomever, from wherever: where an attack comes from everywhere it is counted as one.</summary>
    internal AccessEntry OfMany() => new(At, Act, by: null, about: null, "", place: null, address: null) { Times = Times, Until = Until };
}
