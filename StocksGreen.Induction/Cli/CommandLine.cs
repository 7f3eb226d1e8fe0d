using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Options;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Cli;

/// <summary>The verbs of the program. Without one it serves.</summary>
public static class CommandLine
{
    /// <summary>Registers everything on a store.</summary>
    public delegate IServiceCollection Wiring(IServiceCollection services, DataFolder folder, bool mayWrite);

    /// <summary>Starts the server and returns when it has stopped.</summary>
    /// <param name="arguments">Settings as ASP.NET Core reads them: <c>--urls</c>, <c>--environment</c> …</param>
    /// <param name="folder">Null for the folder that the settings name.</param>
    /// <param name="whenReady">Told the address once it answers.</param>
    public delegate Task<int> Serving(string[] arguments, DataFolder? folder, Action<string>? whenReady);

    /// <param name="more">Verbs that this folder does not know, each made on the wiring.</param>
    /// <returns>0 when all is well; 1 when the answer is no; 2 when the question could not be asked.</returns>
    public static async Task<int> RunAsync(string[] arguments, Wiring wire, Serving serve, params IReadOnlyList<Func<Wiring, Command>> more)
    {
        var root = new RootCommand(
            "Staff read a policy and sign that they have read and understood it; the school can prove it. Without a command: starts the server."
        )
        {
            new DemoCommand(wire, serve).Build(),
            PolicyCommand.Build(),
            new StaffCommand(wire).Build(),
            new EvidenceCommand(wire).Build(),
            new ReportCommand(wire).Build(),
            new CertificateCommand(wire).Build(),
            new AccountCommand(wire).Build(),
            new MailCommand(wire).Build(),
            new SigningKeyCommand(wire).Build(),
            new BackupCommand(wire).Build(),
            new BackupCommand(wire).BuildRestore(),
            HealthCommand.Build(),
        };
        foreach (var verb in more)
        {
            root.Add(verb(wire));
        }

        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(
            async (parsed, _) =>
            {
                // Settings (--urls=…) go to the server; a word that is no command is a slip of the pen and must not start one.
                if (
                    parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith("--", StringComparison.Ordinal)) is { } word
                    && !IsSettingValue(parsed.UnmatchedTokens, word)
                )
                {
                    await Console.Error.WriteLineAsync($"There is no command “{word}”. Ask for --help.");
                    return 2;
                }

                return await serve([.. parsed.UnmatchedTokens], null, null);
            }
        );

        try
        {
            var parsed = root.Parse(arguments);
            if (Misunderstood(parsed, root) is { } sentence)
            {
                return Refuse(sentence);
            }

            // Ctrl+C belongs to the server, which ends what it is doing first; the library would cut it short after two seconds.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (OperatorException refusal)
        {
            return Refuse(refusal.Message);
        }
        catch (InvalidDataException fault) when (fault.InnerException is FormatException)
        {
            return Refuse($"The settings cannot be read: {fault.Message} {fault.InnerException?.Message}".TrimEnd());
        }
        catch (DbException fault)
        {
            return Refuse($"The database cannot be used: {fault.Message}");
        }
        catch (OptionsValidationException faults)
        {
            // A command on a store of its own making asked for a setting before anyone asked for their faults.
            return Refuse(string.Join(Environment.NewLine, faults.Failures));
        }
    }

    /// <summary>Says why in one sentence and returns 2.</summary>
    internal static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }

    /// <summary>A command with a word it does not know must not run as if the word were not there: <c>report --asat 2026-08-31</c> would be of today.</summary>
    private static string? Misunderstood(ParseResult parsed, RootCommand root) =>
        parsed switch
        {
            { Action: ParseErrorAction } => string.Join(' ', parsed.Errors.Select(Sentence)) + " Ask for --help.",
            { UnmatchedTokens: [var word, ..] } when parsed.CommandResult.Command != root => $"“{word}” means nothing here. Ask for --help.",
            _ => null,
        };

    /// <summary>The library names the type that a value should have had; someone at a console asks what to write.</summary>
    private static string Sentence(ParseError error) =>
        (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) is { } option
        && error.Message.Contains(typeof(int).FullName!, StringComparison.Ordinal)
            ? $"{option.Option.Name} takes a whole number, not “{option.Tokens.Select(token => token.Value).FirstOrDefault(IsNoNumber)}”."
            : error.Message;

    private static bool IsNoNumber(string word) => !int.TryParse(word, CultureInfo.InvariantCulture, out _);

    private static bool IsSettingValue(IReadOnlyList<string> tokens, string word)
    {
        var at = tokens.ToList().IndexOf(word);
        return at > 0 && tokens[at - 1].StartsWith("--", StringComparison.Ordinal) && !tokens[at - 1].Contains('=', StringComparison.Ordinal);
    }
}
