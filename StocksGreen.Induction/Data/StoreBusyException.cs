namespace StocksGreen.Induction.Data;

/// <summary>Others write for so long that one who waited is told so; nothing was done, and trying again is safe.</summary>
public sealed class StoreBusyException() : Exception("The store is busy.");
