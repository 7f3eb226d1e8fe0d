namespace StocksGreen.Induction.Components.Layout;

/// <summary>Tells pages what stands behind an exception; what is asked for it is known to the server alone.</summary>
public sealed class FaultSource(Func<Exception, FaultKind> kindOf)
{
    public FaultKind KindOf(Exception fault) => kindOf(fault);
}
