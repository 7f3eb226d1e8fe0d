namespace StocksGreen.Induction.Components.Shell;

/// <summary>How much waits, as the office's menu shows it. Each number is only of what the person who looks may open.</summary>
/// <param name="ToSign">People with something to sign, each counted once.</param>
/// <param name="Overdue">Of them, those who are late with something.</param>
/// <param name="Questions">Questions of readers that the person who looks may answer, and no one has.</param>
/// <param name="Declarations">Declarations that the person who looks may read, and on which nothing is decided.</param>
/// <param name="Drafts">Policies that were imported and not published.</param>
/// <param name="Mails">E-mails that did not arrive and were not sent again.</param>
public sealed record ShellCounts(int ToSign, int Overdue, int Questions, int Declarations, int Drafts, int Mails)
{
    public static ShellCounts None { get; } = new(0, 0, 0, 0, 0, 0);
}
