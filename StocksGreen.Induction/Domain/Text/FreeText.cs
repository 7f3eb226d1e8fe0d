namespace StocksGreen.Induction.Domain.Text;

/// <summary>What people write in their own words, as it is kept.</summary>
public static class FreeText
{
    /// <summary>Line ends as LF, no other control characters, no space at either end.</summary>
    public static string Clean(string? text) => string.Concat((text ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();

    /// <summary>What is wrong with a text that must be there.</summary>
    /// <param name="key">What the text is called in errors.</param>
    /// <param name="text">Cleaned.</param>
    /// <param name="missing">The sentence for an empty one.</param>
    public static IEnumerable<ValidationError> Errors(string key, string text, string missing, int longest)
    {
        if (text.Length == 0)
        {
            yield return new ValidationError(key, missing);
        }
        else if (text.Length > longest)
        {
            yield return new ValidationError(key, $"Write at most {longest} characters; this has {text.Length}.");
        }
    }
}
