namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>How far a person is with what they are asked to sign.</summary>
/// <param name="Asked">Signed and open; what is paused or exempt is not counted.</param>
/// <param name="Late">Of those that are open, the ones past their day.</param>
/// <param name="NotCounted">Paused or exempt.</param>
public sealed record PersonProgress(int Signed, int Asked, int Late, int NotCounted)
{
    public int Open => Asked - Signed;
}
