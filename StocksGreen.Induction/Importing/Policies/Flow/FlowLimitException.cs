namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>A file holds more of something than any policy does; the message is the refusal.</summary>
internal sealed class FlowLimitException(string message) : Exception(message);
