using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>That someone of the school made a way in for a person. What opens it, a link or a code, is not part of it.</summary>
/// <param name="MadeBy">Who made it; a signature given through it says no more than that they could have been the signer.</param>
[Evidence("SignInGiven", "SignInsGiven", "way to sign in", GoesWithItsFacts = true)]
public sealed record SignInGiven(Guid Id, DateTimeOffset At, StaffId StaffId, SignInWay Way, StaffId MadeBy, string MadeByName) : SealedRecord(Id, At)
{
    public override string Form => "sign-in-given/1";
}
