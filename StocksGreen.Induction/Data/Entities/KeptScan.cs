using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>A scan that someone chose for a form with an error in it: a browser sends a file once, and must not be asked for it again.</summary>
public sealed class KeptScan
{
    /// <summary>How long it is kept for a form that never comes.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private KeptScan() { }

    public KeptScan(StaffId by, DateTimeOffset at, string fileName, byte[] content)
    {
        Id = Guid.NewGuid();
        By = by;
        At = at;
        FileName = fileName;
        Content = content;
    }

    public Guid Id { get; private set; }

    /// <summary>Only who chose it goes on with it.</summary>
    public StaffId By { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public string FileName { get; private set; } = "";

    public byte[] Content { get; private set; } = [];
}
