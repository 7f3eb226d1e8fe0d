namespace StocksGreen.Induction.Domain.Ids;

/// <summary>The id of one kind of thing: a bare value in JSON and in the database, and a type of its own in code.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
