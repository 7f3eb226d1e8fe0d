namespace StocksGreen.Induction.Documents.Images;

/// <summary>A file is not a PNG picture that can be used; the message says why, in a sentence for the person who chose it.</summary>
public sealed class PngFormatException : Exception
{
    public PngFormatException() { }

    public PngFormatException(string message)
        : base(message) { }

    public PngFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}
