using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>What the pages call the things that an import left out, and what may be decided about them.</summary>
internal static class FidelityText
{
    /// <summary>Why it stops publishing, in a sentence.</summary>
    public static string Why(this FidelityKind kind) =>
        kind switch
        {
            FidelityKind.StruckOut => "The document has a line through these words, so they are not in the policy: a struck-out sentence is no rule.",
            FidelityKind.Hidden => "These words cannot be seen in the document: they are hidden, or white on white. They are not in the policy.",
            FidelityKind.Watermark => "These words stand behind the text of the pages. “Draft” there means that the document may not be the final one.",
            FidelityKind.Placeholder => "These words look as if someone was to replace them. They stand in the policy until you change them there.",
            FidelityKind.Picture => "The document shows a picture that could not be taken over.",
            FidelityKind.Symbol => "The document uses a sign of a font whose meaning is not known.",
            FidelityKind.Object => "A chart, a drawing, an embedded file or a form field cannot be read as text.",
            FidelityKind.MissingWords => "These words stand in the document and are neither in the policy nor named as left out.",
            FidelityKind.NotDescribed => "Anyone who cannot see a picture is read its description. Describe it, or say that it is decorative.",
            FidelityKind.PageText =>
                "These pages are published as pictures. Anyone who cannot see them is read their words, so a person writes or confirms them.",
        };

    /// <summary>What a button that decides says.</summary>
    public static string Button(this FidelityChoice choice) =>
        choice switch
        {
            FidelityChoice.LeaveOut => "Right so: leave it out",
            FidelityChoice.PutIn => "It belongs in: I have put it in by hand",
            FidelityChoice.Stays => "It is no placeholder: it stays",
            FidelityChoice.FilledIn => "Filled in",
            FidelityChoice.Confirmed => "These are the words of the page",
        };

    /// <summary>Id of the element that shows where a point stands in the document.</summary>
    public static string PlaceId(FidelityPoint point) => $"place-{point.Key}";

    /// <summary>Raw: "page 3", "across 4 pages, first on page 2".</summary>
    /// <returns>The page of a PDF on which a point stands; null where that is not said.</returns>
    public static int? PageOf(FidelityPoint point) =>
        point.Where.LastIndexOf("page ", StringComparison.Ordinal) is var at and >= 0
        && int.TryParse(
            point.Where.AsSpan(at + "page ".Length),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var page
        )
            ? page
            : null;

    /// <summary>"Deleted", for what is only told.</summary>
    public static string Told(this LeftOutKind kind) =>
        kind switch
        {
            LeftOutKind.Deleted => "Deleted, as tracked changes say",
            LeftOutKind.Inserted => "Inserted, as tracked changes say; it is in the policy",
            LeftOutKind.Comment => "A comment in the margin",
            LeftOutKind.Header => "At the head or foot of the pages",
            LeftOutKind.StruckOut => FidelityKind.StruckOut.Heading(),
            LeftOutKind.Hidden => FidelityKind.Hidden.Heading(),
            LeftOutKind.Watermark => FidelityKind.Watermark.Heading(),
            LeftOutKind.Placeholder => FidelityKind.Placeholder.Heading(),
            LeftOutKind.Picture => FidelityKind.Picture.Heading(),
            LeftOutKind.Symbol => FidelityKind.Symbol.Heading(),
            LeftOutKind.Object => FidelityKind.Object.Heading(),
        };

    /// <summary>"The document has 2,310 words, and the policy 2,290."; null where no one has counted.</summary>
    public static string? Counted(this Coverage coverage) =>
        coverage.SourceWords is { } source
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The document has {source:N0} words without what is named here, and what was read from it {coverage.ResultWords:N0}."
            )
            : null;
}
