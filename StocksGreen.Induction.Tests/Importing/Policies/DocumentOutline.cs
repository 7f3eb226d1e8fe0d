using System.Collections.Frozen;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>What a careful person names in a document, one thing a line and in its order, as its <c>.expected</c> file says.</summary>
internal sealed partial record DocumentOutline
{
    private static readonly FrozenSet<string> KindsLeftOut =
    [
        "struck-out",
        "hidden",
        "deleted",
        "comment",
        "watermark",
        "header",
        "placeholder",
        "picture",
        "symbol",
        "object",
    ];

    public string Title { get; private set; } = "";

    /// <summary>Empty where the document names no school.</summary>
    public string School { get; private set; } = "";

    /// <summary>Null where it does not say.</summary>
    public ReviewMonth? NextReview { get; private set; }

    /// <summary>Each as "Label = value".</summary>
    public List<string> Details { get; } = [];

    /// <summary>Headings of what is confirmed on its own, each with its number where one is printed.</summary>
    public List<string> Sections { get; } = [];

    /// <summary>Headings inside a section.</summary>
    public List<string> Subheadings { get; } = [];

    /// <summary>The first row of each table of content, its cells joined by " | ".</summary>
    public List<string> Tables { get; } = [];

    /// <summary>What must be told, each as "kind words".</summary>
    public List<string> LeftOut { get; } = [];

    /// <exception cref="FormatException">A line says nothing that an outline can say.</exception>
    public static DocumentOutline Parse(string text)
    {
        var outline = new DocumentOutline();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            outline.Add(
                line,
                line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? line[..colon] : "",
                line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]
            );
        }

        return outline;
    }

    private void Add(string line, string key, string value)
    {
        switch (key)
        {
            case "title" when Title.Length == 0:
                Title = value;
                break;
            case "school" when School.Length == 0:
                School = value;
                break;
            case "next review" when NextReview is null:
                NextReview = ReviewMonth.Parse(value);
                break;
            case "detail" when Detail().IsMatch(value):
                Details.Add(value);
                break;
            case "section":
                Sections.Add(value);
                break;
            case "sub":
                Subheadings.Add(value);
                break;
            case "table":
                Tables.Add(value);
                break;
            case "left" when KindsLeftOut.Contains(value.Split(' ')[0]):
                LeftOut.Add(value);
                break;
            default:
                throw new FormatException($"No outline says \"{line}\".");
        }
    }

    [GeneratedRegex(@"^\S.* = \S", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Detail();
}
