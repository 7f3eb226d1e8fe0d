using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing.Matrix;

/// <summary>One page of people by all policies in force.</summary>
/// <param name="Filter">What the people are narrowed by; its page is one that there is.</param>
/// <param name="Total">How many people the filter leaves, on all pages.</param>
/// <param name="People">By name.</param>
/// <param name="Policies">By title, with what is signed by everyone whom the filter leaves.</param>
/// <param name="JobTitles">To choose from.</param>
public sealed record SigningMatrix(
    ChaseFilter Filter,
    int Total,
    IReadOnlyList<SigningMatrix.Person> People,
    IReadOnlyList<SigningMatrix.Column> Policies,
    IReadOnlyList<string> JobTitles
)
{
    /// <summary>People on a page.</summary>
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int Signed => Policies.Sum(policy => policy.Signed);

    public int Asked => Policies.Sum(policy => policy.Asked);

    /// <param name="Asked">By how many it is to be signed; who is exempt is not asked.</param>
    public sealed record Column(PolicyId Id, string Title, int Signed, int Asked);

    /// <param name="Cells">One a policy, in the order of <see cref="Policies"/>.</param>
    public sealed record Person(StaffId Id, string FullName, string JobTitle, IReadOnlyList<Cell> Cells)
    {
        public int Signed => Cells.Count(cell => cell.Kind is CellKind.Signed);

        /// <summary>Likewise without what they are exempt from.</summary>
        public int Asked => Cells.Count(cell => cell.Kind is not (CellKind.NotAsked or CellKind.Exempt));
    }

    /// <param name="On">The day it was signed or is due; null where there is none.</param>
    public readonly record struct Cell(CellKind Kind, DateOnly? On);
}
