namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What an audience must do with a policy.</summary>
public enum Duty
{
    /// <summary>Confirms every part and signs both statements.</summary>
    FullSignature,

    /// <summary>Reads what concerns it and signs one statement: someone who comes for a day's work.</summary>
    ShortSignature,

    /// <summary>Is reminded and signs nothing.</summary>
    ReminderOnly,
}
