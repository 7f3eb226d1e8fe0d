namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>A font file is damaged, or is of a kind that documents cannot use. The message says what is wrong with it.</summary>
public sealed class FontFormatException : Exception
{
    public FontFormatException() { }

    public FontFormatException(string message)
        : base(message) { }

    public FontFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}
