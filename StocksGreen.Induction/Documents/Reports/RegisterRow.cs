using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>One person and one policy.</summary>
/// <param name="Person">Tells two people of one name apart.</param>
/// <param name="Version">The version that was signed, else the one that is asked: "1", "2 (1 changed part)".</param>
/// <param name="Due">Date in Europe/London; null where none is set.</param>
/// <param name="SignedAt">Null while not signed.</param>
public sealed record RegisterRow(
    StaffId Person,
    string Name,
    string Role,
    string Audience,
    string Policy,
    string Version,
    DateOnly? Due,
    StandingKind Kind,
    DateTimeOffset? SignedAt
)
{
    public bool IsLongOverdue { get; init; }

    /// <summary>True where the person had left by that day.</summary>
    public bool HasLeft { get; init; }

    /// <summary>In words: "Signed", "Long overdue", "Left, not signed".</summary>
    public string Standing =>
        HasLeft ? $"Left{(SignedAt is null ? ", not signed" : ", signed")}"
        : IsLongOverdue ? "Long overdue"
        : Kind.ToString();
}
