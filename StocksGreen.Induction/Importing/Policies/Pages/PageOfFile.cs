using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Pages;

/// <summary>A page of a document that is to be published as pictures of its pages.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Picture">All that the page shows; null where it is not one picture.</param>
/// <param name="Words">What the file says of its words, a paragraph each: a proposal, because a program may have recognised them. Empty for none.</param>
public sealed record PageOfFile(int Number, PictureFile? Picture, IReadOnlyList<string> Words);
