namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Names of the claims that a session carries next to Identity's own.</summary>
internal static class SessionClaims
{
    internal const string StaffId = "staff_id";
    internal const string FullName = "full_name";
    internal const string Roles = "access_roles";

    /// <summary>How identity was proved: "password", "one-time link".</summary>
    internal const string Method = "proof_method";

    /// <summary>When it was proved: UTC, round-trip form.</summary>
    internal const string ProvedAt = "proof_at";

    /// <summary>Random name of the session.</summary>
    internal const string Session = "session";
}
