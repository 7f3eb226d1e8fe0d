namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What a change means for those who signed the text before it.</summary>
public enum ChangeWeight
{
    /// <summary>Their signature stands.</summary>
    Minor,

    /// <summary>They are asked to read and sign what changed; their signature of the old text stays valid for that text.</summary>
    Material,
}
