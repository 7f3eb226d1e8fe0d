using System.Data.Common;
using StocksGreen.Induction.Components.Layout;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Hosting;

/// <summary>What stands behind an exception that ended a request: the program's own fault, or something that passes or that someone must see to.</summary>
internal static class Faults
{
    // What Linux (28) and Windows (112, 39) say of a full disk; the rest of the number says that it is an error of theirs.
    private static readonly int[] FullDisk = [28, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    internal static FaultKind KindOf(Exception fault, IDatabaseProvider provider) =>
        Causes(fault)
            .Select(cause =>
                cause switch
                {
                    StoreBusyException => FaultKind.Busy,
                    DbException told => provider.FaultOf(told) switch
                    {
                        DatabaseFault.Busy => FaultKind.Busy,
                        DatabaseFault.NotWritable => FaultKind.NotWritable,
                        _ => FaultKind.Unknown,
                    },
                    IOException file when FullDisk.Contains(file.HResult) => FaultKind.NotWritable,
                    _ => FaultKind.Unknown,
                }
            )
            .FirstOrDefault(kind => kind is not FaultKind.Unknown);

    private static IEnumerable<Exception> Causes(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
