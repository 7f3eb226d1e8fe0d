namespace StocksGreen.Induction.Data;

/// <summary>What a database complains of, as far as the program does something else about it.</summary>
public enum DatabaseFault
{
    /// <summary>Anything else, such as a change that would break a rule.</summary>
    Other,

    /// <summary>Another program or another request holds it for longer than anyone should wait.</summary>
    Busy,

    /// <summary>There is something that is no database, or a broken one.</summary>
    Unreadable,

    /// <summary>At its path is nothing, or another file than the one that the program reads and writes.</summary>
    Moved,

    /// <summary>It cannot be opened for writing, or its disk is full or fails.</summary>
    NotWritable,
}
