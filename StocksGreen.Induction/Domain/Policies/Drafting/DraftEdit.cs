namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>One change of a draft. Sections are named by their place in the text, from 0.</summary>
public abstract record DraftEdit
{
    private DraftEdit() { }

    /// <summary>The section becomes part of the one above it, the first one part of the opening; its heading stays as a paragraph.</summary>
    public sealed record MergeIntoAbove(int Section) : DraftEdit;

    /// <summary>From a line of the section's Markdown on, a new section begins.</summary>
    /// <param name="Line">Counts the lines that are not empty, from 0.</param>
    public sealed record Split(int Section, int Line, string Number, string Title) : DraftEdit;

    public sealed record Rewrite(int Section, string Number, string Title, int Level, string Markdown) : DraftEdit;

    /// <summary>One level up (-1) or down (1).</summary>
    public sealed record Shift(int Section, int By) : DraftEdit;

    /// <summary>The section with its subsections before the one above it (-1), or after the one below (1).</summary>
    public sealed record Move(int Section, int By) : DraftEdit;

    /// <summary>A new and empty section below another; -1 puts it first.</summary>
    public sealed record Add(int Below, string Number, string Title) : DraftEdit;

    public sealed record Remove(int Section) : DraftEdit;

    /// <summary>1, 1.1, 1.2, 2 … by the levels.</summary>
    public sealed record RenumberAll : DraftEdit;

    /// <summary>Only these parts of the document are the policy; what is not chosen leaves the text.</summary>
    /// <param name="Parts">Places among the top headings, from 0.</param>
    public sealed record KeepOnly(IReadOnlyList<int> Parts) : DraftEdit;

    /// <summary>The sub-headings of a long section become sections of the next level; null for every section that is too long for one sitting.</summary>
    public sealed record SplitAtSubheadings(int? Section) : DraftEdit;

    /// <summary>Short sub-sections become sub-headings of the section they stand under.</summary>
    public sealed record KeepTogether : DraftEdit;

    /// <summary>Says of pictures what they show, wherever the text shows them.</summary>
    public sealed record DescribePictures(IReadOnlyList<PictureDescription> Pictures) : DraftEdit;

    /// <summary>Writes the words of a page that is published as a picture, or confirms those that stand there.</summary>
    /// <param name="Markdown">The words alone, without the picture.</param>
    public sealed record WritePage(int Section, string Title, string Markdown) : DraftEdit;

    /// <summary>Gives a page its picture, or with a section that is not there yet adds a page at the end for each.</summary>
    public sealed record SetPages(int Section, IReadOnlyList<PictureInfo> Pictures) : DraftEdit;

    /// <param name="KeyDetails">"Name: value" on each line.</param>
    /// <param name="Opening">Markdown of what stands before the first section.</param>
    /// <param name="LinkedPolicies">One title on each line.</param>
    /// <param name="BasedOn">"KCSIE 2025"; empty for none.</param>
    /// <param name="NextReview">"2026-10"; empty for none.</param>
    public sealed record RewriteHead(string Title, string School, string KeyDetails, string Opening, string LinkedPolicies, string BasedOn, string NextReview)
        : DraftEdit;
}
