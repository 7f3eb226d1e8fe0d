namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>Faces that are part of the program.</summary>
internal static class FontFile
{
    /// <param name="resource">Its file without the ending.</param>
    /// <param name="name">PostScript name, under which documents embed it.</param>
    public static TrueTypeFont Load(string resource, string name)
    {
        using var stream =
            typeof(FontFile).Assembly.GetManifestResourceStream(resource + ".ttf")
            ?? throw new InvalidOperationException($"The font '{resource}' is missing from the program.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TrueTypeFont(data, name);
    }
}
