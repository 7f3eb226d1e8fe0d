namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>A file holds more of something than any policy does, or cannot be opened; the message is the sentence for the person who chose it.</summary>
internal sealed class RefusalException(string sentence) : Exception(sentence);
