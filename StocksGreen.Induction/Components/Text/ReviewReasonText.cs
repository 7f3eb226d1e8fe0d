using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Components.Text;

/// <summary>What the reasons of a review are called on screens and papers.</summary>
public static class ReviewReasonText
{
    public static string Words(this ReviewReason reason) =>
        reason switch
        {
            ReviewReason.FirstIssue => "First issue",
            ReviewReason.Annual => "Annual review",
            ReviewReason.Guidance => "New national or local guidance",
            ReviewReason.LocalConcern => "Local concern",
            ReviewReason.TechnicalChange => "Change of the school’s technology",
            ReviewReason.LessonFromBreach => "Lesson from a breach",
        };
}
