using System.Text;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>
/// A console for each command that runs in this process: what it writes goes to the code that called it, though others write at the same time. No one types.
/// </summary>
internal sealed class TestConsole : TextWriter
{
    private static readonly TestConsole Output = new(Console.Out);
    private static readonly TestConsole Error = new(Console.Error);

    private readonly AsyncLocal<StringWriter?> listening = new();
    private readonly TextWriter otherwise;

    static TestConsole()
    {
        Console.SetOut(Output);
        Console.SetError(Error);
        Console.SetIn(TextReader.Null);
    }

    private TestConsole(TextWriter otherwise)
        : base(otherwise.FormatProvider) => this.otherwise = otherwise;

    public override Encoding Encoding => otherwise.Encoding;

    /// <summary>Runs something and gives what it returned, wrote and wrote as an error.</summary>
    internal static async Task<(int ExitCode, string Output, string Error)> ListenAsync(Func<Task<int>> run)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        (Output.listening.Value, Error.listening.Value) = (output, error);
        return (await run(), output.ToString(), error.ToString());
    }

    public override void Write(char value) => Current.Write(value);

    public override void Write(char[] buffer, int index, int count) => Current.Write(buffer, index, count);

    public override void Write(string? value) => Current.Write(value);

    public override void Flush() => Current.Flush();

    private TextWriter Current => listening.Value ?? otherwise;
}
