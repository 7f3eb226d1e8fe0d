using System.Globalization;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>One field of the record as a paper prints it.</summary>
/// <param name="Group">"Who", "Reading".</param>
/// <param name="Name">"Network address".</param>
/// <param name="Value">Null where it was not recorded.</param>
public sealed record RecordLine(string Group, string Name, string? Value)
{
    /// <summary>What <see cref="Value"/> is made of, where it happened several times and each is to have a line of its own; else empty.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The line as it is printed, or the lines, each of which can be read by itself: "Reminders, 2 of 3".</summary>
    public IEnumerable<RecordLine> Printed() =>
        Items.Count < 2
            ? [this]
            : Items.Select((item, index) => new RecordLine(Group, string.Create(CultureInfo.InvariantCulture, $"{Name}, {index + 1} of {Items.Count}"), item));
}
