namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Something to say about a line of a staff file.</summary>
/// <param name="Line">Of the file as it lies on the disk, from 1; where a row goes over several lines, its first.</param>
/// <param name="Text">One or two plain sentences. They never hold what stands in a column that is not needed.</param>
public sealed record LineNote(int Line, string Text);
