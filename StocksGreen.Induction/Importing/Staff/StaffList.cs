namespace StocksGreen.Induction.Importing.Staff;

/// <summary>
/// What was recognised in a staff file. Every line that holds something is a person's, ignored or warned of; headings alone go without saying.
/// </summary>
/// <param name="People">In the order of the file.</param>
/// <param name="Ignored">Lines that are no person's, or cannot be taken for one, each with its reason.</param>
/// <param name="Warnings">What was joined, left out or doubtful about lines that were taken.</param>
public sealed record StaffList(IReadOnlyList<ImportedPerson> People, IReadOnlyList<LineNote> Ignored, IReadOnlyList<LineNote> Warnings);
