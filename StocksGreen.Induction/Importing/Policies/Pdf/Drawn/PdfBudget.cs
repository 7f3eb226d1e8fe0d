namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Counts what a file makes the program do, so that a hostile one is ended by counting and not by waiting.</summary>
internal sealed class PdfBudget(long mostUnpackedBytes = PdfBudget.MostUnpackedBytes)
{
    // The longest guidance that schools read has 185 pages and 420,000 letters.
    public const int MostPages = 3_000;

    private const int MostLetters = 4_000_000;
    private const int MostLines = 2_000_000;
    private const long MostUnpackedBytes = 256L * 1024 * 1024;
    private const long MostPictureBytes = 60L * 1024 * 1024;

    private long unpacked;
    private long letters;
    private long lines;
    private long pictures;

    public bool IsSpent { get; private set; }

    public void Unpack(long bytes) => Spend(ref unpacked, bytes, mostUnpackedBytes);

    public void Letter(int count) => Spend(ref letters, count, MostLetters);

    public void Line(int count) => Spend(ref lines, count, MostLines);

    /// <returns>False where the picture must be left out, because pictures have filled their share.</returns>
    public bool TryPicture(long bytes)
    {
        if (pictures + bytes > MostPictureBytes)
        {
            return false;
        }

        pictures += bytes;
        return true;
    }

    /// <exception cref="PdfTooLargeException">Something was spent.</exception>
    public void Check()
    {
        if (IsSpent)
        {
            throw new PdfTooLargeException();
        }
    }

    private void Spend(ref long spent, long more, long most)
    {
        spent += more;
        IsSpent |= spent > most;
        Check();
    }
}
