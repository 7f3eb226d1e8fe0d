namespace StocksGreen.Induction.Data;

/// <summary>To which school a scope of services belongs.</summary>
internal sealed class ScopeStore
{
    /// <summary>Null where no one said: then it is the only one.</summary>
    public SchoolStore? Store { get; set; }
}
