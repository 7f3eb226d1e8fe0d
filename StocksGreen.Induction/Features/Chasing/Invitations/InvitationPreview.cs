using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Invitations;

/// <summary>What happens to each of those who are to be invited, before it does.</summary>
/// <param name="ByEmail">Who gets which mail.</param>
/// <param name="ForSlips">Who has no address that works.</param>
/// <param name="NotInvited">Who is given no way in, each with why not: "has left".</param>
/// <param name="Way">How mail leaves; where it does not, slips are printed.</param>
public sealed record InvitationPreview(
    IReadOnlyList<InvitationPreview.Mail> ByEmail,
    IReadOnlyList<(StaffMember Person, string Why)> ForSlips,
    IReadOnlyList<(StaffMember Person, string WhyNot)> NotInvited,
    MailTransport Way
)
{
    /// <param name="InvitedAt">UTC; when they were last given a way in. Null for never.</param>
    /// <param name="LastSignInAt">UTC; null for someone who never signed in.</param>
    public sealed record Mail(StaffMember Person, WrittenDigest Written, DateTimeOffset? InvitedAt, DateTimeOffset? LastSignInAt);
}
