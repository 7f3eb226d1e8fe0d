namespace StocksGreen.Induction.Features.Declarations;

/// <summary>The access log cannot be written, so declarations stay closed: nobody reads them unseen.</summary>
public sealed class UntoldViewException() : InvalidOperationException("The access log cannot be written, so declarations stay closed.");
