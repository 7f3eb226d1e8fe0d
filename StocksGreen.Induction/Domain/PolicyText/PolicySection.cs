using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>A headed section of a policy.</summary>
/// <param name="Number">As printed, without a closing full stop: "4", "4.1"; empty where the source does not number its sections.</param>
/// <param name="Title">As printed, without the number: "Reputation".</param>
/// <param name="Level">1 for "4 Staff use of social media", 2 for "4.1 Reputation", and so on.</param>
/// <param name="Blocks">What stands under the heading, up to the next heading of any level.</param>
public sealed record PolicySection(string Number, string Title, int Level, IReadOnlyList<Block> Blocks)
{
    /// <summary>The notes whose marks stand in the section, in the order of the marks.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>
    /// The pages of the document on which it stands, for the office that checks a draft; null where they are not known, and once it is published.
    /// </summary>
    /// <remarks>No part of the text that hashes cover.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PageSpan? Pages { get; init; }

    /// <summary>"4.1 Reputation", or the title alone where there is no number.</summary>
    public string Heading => Number.Length == 0 ? Title : $"{Number} {Title}";
}
