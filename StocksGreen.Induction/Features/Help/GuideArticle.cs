namespace StocksGreen.Induction.Features.Help;

/// <summary>A page of the guide, ready to be shown.</summary>
/// <param name="Name">"settings": as in its address and its file.</param>
/// <param name="Title">Its only heading of the first level, which is not in <paramref name="Html"/>.</param>
/// <param name="Lead">Its first paragraph, as plain text, which is not in <paramref name="Html"/> either.</param>
/// <param name="Html">Made of Markdown in which HTML means nothing.</param>
public sealed record GuideArticle(string Name, GuideReaders Readers, string Title, string Lead, string Html);
