using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>A long absence (maternity, long sickness) during which nothing falls due. The reason is not kept: it is no one's business here.</summary>
/// <param name="From">First day away.</param>
/// <param name="Until">Last day away; null while it is open.</param>
public sealed record Absence(Guid Id, StaffId StaffId, DateOnly From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}
