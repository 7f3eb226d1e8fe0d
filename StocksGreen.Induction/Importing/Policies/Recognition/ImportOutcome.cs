using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>What came of reading a file: a policy to preview, or a sentence that says why not.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <summary>The file was read.</summary>
    /// <param name="Policy">The policy as its reader will meet it.</param>
    /// <param name="Warnings">Everything that was skipped, changed or doubtful, one plain sentence each; it quotes every line that is not in the
    /// policy.</param>
    public sealed record Imported(PolicyContent Policy, IReadOnlyList<string> Warnings) : ImportOutcome
    {
        /// <summary>The words of the file as they were read, line by line, to compare the policy with.</summary>
        public string Source { get; init; } = "";

        /// <summary>What stands in the file and not in the policy, each with its words and its place.</summary>
        public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

        /// <summary>The pictures that the policy shows, each once.</summary>
        public IReadOnlyList<PictureFile> Pictures { get; init; } = [];

        /// <summary>Words of the file, as its reader counts them, against words of the policy.</summary>
        public Coverage Coverage { get; init; } = Coverage.Unknown;
    }

    /// <summary>The file cannot be read as a policy.</summary>
    /// <param name="Sentence">Why, and what to do about it, for the person who chose the file.</param>
    public sealed record Refused(string Sentence) : ImportOutcome
    {
        /// <summary>True where only the words cannot be read: its pages can be shown, so that it may be published as pages.</summary>
        public bool MayBePublishedAsPages { get; init; }
    }
}
