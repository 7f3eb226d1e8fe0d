using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>
/// That someone took a report out. The file is not kept: the same day gives the same report again. It proves nothing; it is how the office finds what it
/// handed over.
/// </summary>
public sealed class MadeReport
{
    /// <summary>How long it is listed.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    private MadeReport() { }

    /// <param name="isNamed">True where the report holds names of staff: governors do not see that it was made.</param>
    /// <param name="address">Path and query that make it again.</param>
    public MadeReport(DateTimeOffset at, string what, DateOnly asAt, bool isNamed, string address, StaffId by, string byName)
    {
        Id = Guid.NewGuid();
        At = at;
        What = what;
        AsAt = asAt;
        IsNamed = isNamed;
        Address = address;
        By = by;
        ByName = byName;
    }

    public Guid Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>"Governors’ report, PDF".</summary>
    public string What { get; private set; } = "";

    /// <summary>The day whose end it is of, in Europe/London.</summary>
    public DateOnly AsAt { get; private set; }

    public bool IsNamed { get; private set; }

    public string Address { get; private set; } = "";

    public StaffId By { get; private set; }

    public string ByName { get; private set; } = "";
}
