using System.Globalization;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>What is asked of a person, as lists and papers name it.</summary>
public static class AssignmentText
{
    /// <summary>"2 changed parts", "1 changed part", "what was taken out"; null where all of a version is asked.</summary>
    public static string? OfChanges(this Assignment assignment) =>
        (assignment.IsOfChangesOnly, assignment.Parts.Count) switch
        {
            (false, _) => null,
            (true, 0) => "what was taken out",
            (true, 1) => "1 changed part",
            (true, var parts) => string.Create(CultureInfo.InvariantCulture, $"{parts} changed parts"),
        };
}
