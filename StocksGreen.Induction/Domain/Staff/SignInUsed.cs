using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>That a way in which someone else had made for a person was used, and from where.</summary>
/// <param name="Given">The record of who made it.</param>
/// <param name="Address">Network address; null where it was not known.</param>
/// <param name="Browser">"Safari on iPhone"; null where it was not known.</param>
[Evidence("SignInUsed", "SignInsUsed", "use of a way to sign in", GoesWithItsFacts = true)]
public sealed record SignInUsed(Guid Id, DateTimeOffset At, StaffId StaffId, Guid Given, string? Address, string? Browser) : SealedRecord(Id, At)
{
    public override string Form => "sign-in-used/1";
}
