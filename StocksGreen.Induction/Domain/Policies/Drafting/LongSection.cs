namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>A section that is long for one sitting and can be split at its own sub-headings.</summary>
/// <param name="Section">Its place in the text, from 0.</param>
/// <param name="Words">Of the section alone, without its sub-sections.</param>
/// <param name="Subheadings">At how many it would be split.</param>
public sealed record LongSection(int Section, string Heading, int Words, int Subheadings);
