namespace StocksGreen.Induction.Documents;

/// <summary>What a governors' report looks back on.</summary>
public enum ReportSpan
{
    /// <summary>From 1 September, January or April, when schools' terms begin: week by week.</summary>
    Term,

    /// <summary>From 1 September: month by month, with what was published.</summary>
    Year,
}
