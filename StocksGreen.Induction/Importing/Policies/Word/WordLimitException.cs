namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>A document holds more of something than any policy does; the message is the sentence for the person who chose it.</summary>
internal sealed class WordLimitException(string sentence) : Exception(sentence);
