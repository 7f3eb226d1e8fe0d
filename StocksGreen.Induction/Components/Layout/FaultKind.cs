namespace StocksGreen.Induction.Components.Layout;

/// <summary>What a person is told about a request that broke off.</summary>
public enum FaultKind
{
    /// <summary>A fault of the program; the log has it.</summary>
    Unknown,

    /// <summary>Others write, or another program holds the database: trying again in a moment is enough.</summary>
    Busy,

    /// <summary>The school's computer cannot save anything: its disk is full or fails.</summary>
    NotWritable,
}
