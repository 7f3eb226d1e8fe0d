using System.Xml;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>Opens an OpenDocument text and has it recognised.</summary>
internal static class OdtImport
{
    private const string Damaged =
        "This looks like an OpenDocument text, but it is damaged. Open it in LibreOffice or Word, save it again as .odt, and choose that file.";

    /// <param name="file">An archive of the OpenDocument kind.</param>
    internal static ImportOutcome Parse(ReadOnlyMemory<byte> file, string fileName) => Parse(() => OdtPackage.Read(file), fileName);

    /// <param name="file">The same as one file of markup (.fodt).</param>
    internal static ImportOutcome ParseFlat(ReadOnlyMemory<byte> file, string fileName) => Parse(() => OdtPackage.ReadFlat(file), fileName);

    private static ImportOutcome Parse(Func<OdtPackage> open, string fileName)
    {
        try
        {
            var warnings = new WarningList();
            var package = open();
            var (lines, margins) = OdtReader.Parse(package, warnings);
            if (!lines.Any(line => line.Plain.Any(char.IsLetter)))
            {
                return new ImportOutcome.Refused(
                    "This OpenDocument text has no words that can be read. If it holds pictures of pages, ask for the original document."
                );
            }

            var outcome = margins.NameSchool(PolicyRecogniser.Recognise(lines, fileName, warnings, margins));
            return outcome is ImportOutcome.Imported imported
                ? imported with
                {
                    Coverage = CoverageCount.Compare(OdtCoverage.WordsOf(package), imported, warnings.Furniture),
                }
                : outcome;
        }
        catch (RefusalException limit)
        {
            return new ImportOutcome.Refused(limit.Message);
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
            )
        {
            return new ImportOutcome.Refused(Damaged);
        }
    }
}
