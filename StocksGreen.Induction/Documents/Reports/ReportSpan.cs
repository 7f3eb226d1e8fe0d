namespace StocksGreen.Induction.Documents.Reports;

/// <summary>What a governors' report looks back on.</summary>
public enum ReportSpan
{
    /// <summary>From the end of the school's own term before, or from 1 September, January or April where its terms are not known: week by week.</summary>
    Term,

    /// <summary>From 1 September: month by month, with what was published.</summary>
    Year,
}
