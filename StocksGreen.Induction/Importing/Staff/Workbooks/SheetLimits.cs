namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>What a workbook may hold at most. Counted while it is read, because what a file says of its own size may be a lie.</summary>
internal static class SheetLimits
{
    internal const int MostSheets = 100;

    /// <summary>Filled rows of one sheet.</summary>
    internal const int MostRows = 20_000;

    /// <summary>What Excel has.</summary>
    internal const int MostColumns = 16_384;

    /// <summary>What Excel has.</summary>
    internal const int LastRow = 1_048_576;

    /// <summary>What Excel has in a cell.</summary>
    internal const int LongestCell = 32_767;

    /// <summary>Cells of all sheets, with the empty ones between others.</summary>
    internal const long MostCells = 20_000_000;

    /// <summary>Characters of all sheets.</summary>
    internal const long MostCharacters = 10_000_000;

    /// <summary>Bytes to which the parts of an .xlsx file may unpack, taken together.</summary>
    internal const long MostUnpackedBytes = 64 * 1024 * 1024;

    /// <summary>Bytes that may be read of an unpacked workbook before it is given up; a part may be read more than once.</summary>
    internal const long MostBytesRead = 4 * MostUnpackedBytes;

    internal const string TooManyRows = "This file has more than 20,000 lines, which no school’s staff list has. Check that it is the right file.";

    internal const string TooMuch =
        "This workbook holds far more than a staff list does, so it was not read. Copy the staff list into a workbook of its own, and choose that file.";

    internal const string LongCell = "has a cell of more than 32767 characters. Check that this is a staff list.";
}
