using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;

namespace StocksGreen.Induction.Components.Text;

/// <summary>A comparison in words.</summary>
public static class ChangeText
{
    /// <summary>
    /// For staff, to begin with: "New: 4.1 Reputation. Changed: 3 Training, 7 Visitors. Taken out: 5 Forms."; empty where nothing is to be told.
    /// </summary>
    public static string Summary(IEnumerable<PartComparison> comparison)
    {
        var lines = comparison.ToList();
        string Line(string word, ChangeKind kind) =>
            lines.Where(line => line.Kind == kind).Select(line => line.Heading).ToList() is [_, ..] headings ? $"{word}: {string.Join(", ", headings)}. " : "";
        return (Line("New", ChangeKind.Added) + Line("Changed", ChangeKind.Changed) + Line("Taken out", ChangeKind.Removed)).TrimEnd();
    }

    public static string Words(this ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Unchanged => "Unchanged",
            ChangeKind.Moved => "Moved or renumbered",
            ChangeKind.Changed => "Changed",
            ChangeKind.Added => "New",
            ChangeKind.Removed => "Taken out",
        };

    public static string Words(this Duty duty) =>
        duty switch
        {
            Duty.FullSignature => "Full signature",
            Duty.ShortSignature => "Short signature",
            Duty.ReminderOnly => "Reminder only",
        };
}
