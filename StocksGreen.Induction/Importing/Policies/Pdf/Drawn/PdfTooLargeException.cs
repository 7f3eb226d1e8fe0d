namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>The file unpacks to more than any policy holds.</summary>
public sealed class PdfTooLargeException : Exception
{
    public PdfTooLargeException()
        : base("The document unpacks to more than a policy holds.") { }

    public PdfTooLargeException(string message)
        : base(message) { }

    public PdfTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }
}
