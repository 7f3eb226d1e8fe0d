namespace StocksGreen.Induction.Domain.Calendar;

/// <summary>What the school may decide about single days. Names are sealed: never rename one.</summary>
public enum CalendarDayKind
{
    /// <summary>In-service training: no children.</summary>
    Inset,

    /// <summary>Shut to children for another reason: snow, an election, a bank holiday proclaimed for one year.</summary>
    Closure,

    /// <summary>As the terms and bank holidays say: takes an earlier decision back.</summary>
    Ordinary,
}
