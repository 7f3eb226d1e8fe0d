namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>How long reading takes.</summary>
public static class ReadingTime
{
    /// <summary>Words a minute of an adult who reads silently for understanding: the mean over published studies.</summary>
    public const int WordsPerMinute = 238;

    /// <summary>How long a picture that tells something is looked at.</summary>
    public const int SecondsOfPicture = 15;

    /// <summary>As many words as are read while one looks at a picture.</summary>
    public const int WordsOfPicture = WordsPerMinute * SecondsOfPicture / 60;

    /// <summary>Whole minutes, never less than 1 for a text that has words; 0 for none.</summary>
    public static int MinutesFor(int words) => words == 0 ? 0 : Math.Max(1, (int)Math.Round(words / (double)WordsPerMinute));

    /// <summary>"about 9 minutes", "about 1 minute".</summary>
    public static string ToWords(int minutes) => minutes == 1 ? "about 1 minute" : $"about {minutes} minutes";
}
