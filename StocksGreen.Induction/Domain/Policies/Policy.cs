using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A policy of the school, whatever its version.</summary>
public sealed class Policy
{
    private Policy()
    {
    }

    public Policy(PolicyId id, string title, IReadOnlyList<Audience> signedBy)
    {
        Id = id;
        Title = title;
        SignedBy = signedBy;
    }

    public PolicyId Id { get; private set; }

    /// <summary>"Social Media Policy".</summary>
    public string Title { get; private set; } = "";

    /// <summary>The audiences whose members must sign it.</summary>
    public IReadOnlyList<Audience> SignedBy { get; private set; } = [];
}
