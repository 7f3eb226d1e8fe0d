using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.Access;

/// <summary>A change of someone's access, and what shows again that it is the headteacher who asks.</summary>
public sealed class AccessForm
{
    public AccessChangeKind Kind { get; set; }

    /// <summary>Which role is given or taken.</summary>
    public AccessRoles Role { get; set; }

    /// <summary>First day of acting.</summary>
    public WrittenDate? From { get; set; }

    /// <summary>Last day of acting.</summary>
    public WrittenDate? Until { get; set; }

    /// <summary>Of the headteacher's app, or a recovery code.</summary>
    public string? Code { get; set; }

    /// <summary>The headteacher's passkey, as the browser showed it.</summary>
    public string? Credential { get; set; }

    /// <summary>In a demonstration the headteacher's password does.</summary>
    public string? Password { get; set; }
}
