namespace StocksGreen.Induction.Tests.Support;

#pragma warning disable CA1812, CA1822, CA1823, CA1852, MA0053, IDE0051, IDE0044, CS0169, CS0649 // Only looked at, never used.
/// <summary>A type that others use in one place each, so that a test can ask whether it is seen there.</summary>
internal class Hidden(string? name = null) : Exception(name);

/// <summary>The places.</summary>
internal static class Hiding
{
    internal sealed class Field
    {
        private Hidden? held;

        public override string ToString() => held is null ? "" : "held";
    }

    internal sealed class Signature
    {
        internal void Take(Hidden[] many) => ArgumentNullException.ThrowIfNull(many);
    }

    internal sealed class Body
    {
        internal object Make() => new Hidden();
    }

    internal sealed class Generic
    {
        internal object Make() => new Dictionary<string, List<Hidden>>(StringComparer.Ordinal);
    }

    internal sealed class Lambda
    {
        internal Func<object> Make() => () => new Hidden();
    }

    [System.ComponentModel.TypeConverter(typeof(Hidden))]
    internal sealed class Attributed;

    internal sealed class Constrained
    {
        internal T Give<T>(T given)
            where T : Hidden => given;
    }

    internal sealed class Caught
    {
        internal void Try()
        {
            try
            {
                GC.KeepAlive(this);
            }
            catch (Hidden)
            {
                GC.KeepAlive(this);
            }
        }
    }
}
