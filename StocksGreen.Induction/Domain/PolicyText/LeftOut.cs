namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>Something of a file that its policy does not say, or says and should not.</summary>
/// <param name="Text">Its words; for a picture or an object what is known of it.</param>
/// <param name="Where">Where it stands, in words: "under 4.1 Reputation", "page 3", "header of the pages".</param>
public sealed record LeftOut(LeftOutKind Kind, string Text, string Where)
{
    /// <summary>True where a person must decide about it before the policy is published.</summary>
    public bool StopsPublishing => Kind is not (LeftOutKind.Deleted or LeftOutKind.Inserted or LeftOutKind.Comment or LeftOutKind.Header);
}
