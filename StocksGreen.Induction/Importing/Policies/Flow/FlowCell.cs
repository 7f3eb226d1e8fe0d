using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>A cell of a table that is read.</summary>
/// <param name="Words">All that it says, as one line.</param>
/// <param name="IsHead">The file says that it names a row or a column.</param>
/// <param name="StandsOut">All that it says is bold.</param>
internal sealed record FlowCell(IReadOnlyList<Block> Blocks, IReadOnlyList<Note> Notes, string Words, int Columns, int Rows, bool IsHead, bool StandsOut);
