namespace StocksGreen.Induction.Data;

/// <summary>The program cannot start, for a reason that the person who starts it can do something about.</summary>
/// <param name="sentence">What is wrong and what to do, in plain English; printed as it is.</param>
public sealed class OperatorException(string sentence, Exception? inner = null) : Exception(sentence, inner);
