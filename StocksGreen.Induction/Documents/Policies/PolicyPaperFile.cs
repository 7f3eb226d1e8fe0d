using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>A policy as a file that someone saves.</summary>
/// <param name="Name">"Mobile Phone Policy, version 3.pdf"; letters, digits, spaces, commas and hyphens alone before the ending.</param>
public sealed record PolicyPaperFile(byte[] Content, string MediaType, string Name)
{
    public const string Pdf = "pdf";
    public const string Word = "docx";

    /// <param name="format">"pdf" or "docx".</param>
    /// <param name="label">"version 3" or "draft".</param>
    /// <returns>Null for any other format.</returns>
    public static PolicyPaperFile? Create(PolicyPaper paper, string format, string label) =>
        format switch
        {
            Pdf => new PolicyPaperFile(PolicyDocument.Create(paper), FileTypes.Pdf, NameOf(paper, label, Pdf)),
            Word => new PolicyPaperFile(WordPolicyDocument.Create(paper), FileTypes.Word, NameOf(paper, label, Word)),
            _ => null,
        };

    private static string NameOf(PolicyPaper paper, string label, string ending) =>
        string.Concat($"{paper.Text.Title}, {label}".Select(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '-' ? c : '_')) + "." + ending;
}
