namespace StocksGreen.Induction.Images;

/// <summary>A file is not a picture that can be used; the message says why, in a sentence for the person who chose it.</summary>
public sealed class PictureFormatException : Exception
{
    public PictureFormatException() { }

    public PictureFormatException(string message)
        : base(message) { }

    public PictureFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}
