using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A policy of the school, whatever its version.</summary>
public sealed class Policy
{
    private Policy() { }

    public Policy(PolicyId id, string title)
    {
        Id = id;
        Title = title;
    }

    public PolicyId Id { get; private set; }

    /// <summary>"Social Media Policy", as its version in force is titled.</summary>
    public string Title { get; private set; } = "";

    /// <summary>A new version may have a new title.</summary>
    public void Rename(string title) => Title = title;
}
