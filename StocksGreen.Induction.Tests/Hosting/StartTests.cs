using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Hosting;

/// <summary>A server that cannot start says why in sentences, with no stack trace.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DataFolder work = TestSchool.NewFolder();

    public void Dispose() => TestSchool.Delete(work);

    [Fact]
    public async Task Settings_that_the_frame_reads_are_told_with_the_others_before_anything_is_made()
    {
        var run = await StartAsync(("Urls", "rubbish"), ("Logging__LogLevel__Default", "Rubbish"), ("Induction__Address", "school"));

        run.AssertRefused(
            string.Join(
                Environment.NewLine,
                "Urls holds “rubbish”, which is no address to listen on. Write it as http://localhost:5080",
                "Logging:LogLevel:Default holds “Rubbish”, which is no level. Write Trace, Debug, Information, Warning, Error, Critical or None.",
                "Induction:Address holds “school”, which is not the address of a site. Write it as https://induction.school.example"
            )
        );
        Assert.Empty(Directory.GetFileSystemEntries(work.FolderPath));
    }

    /// <summary>An address that is none of this machine's, and Kestrel's own settings: known only when it listens.</summary>
    [Theory]
    [InlineData("Urls", "http://192.0.2.1:5080")]
    [InlineData("Kestrel__Endpoints__Http__Url", "rubbish")]
    public async Task An_address_that_cannot_be_listened_on_is_told_in_a_sentence(string setting, string value)
    {
        var run = await StartAsync((setting, value));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("The server cannot listen on ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_not_JSON_is_named()
    {
        var environment = $"Broken{Guid.NewGuid():N}";
        var file = Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json");
        await File.WriteAllTextAsync(file, "{ \"Urls\": ", TestContext.Current.CancellationToken);
        try
        {
            var run = await StartAsync(("ASPNETCORE_ENVIRONMENT", environment));

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.StartsWith("The settings cannot be read: ", run.Error, StringComparison.Ordinal);
            Assert.Contains(file, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("99999")]
    public async Task The_demonstration_refuses_a_port_that_is_none(string port) =>
        (await CommandRun.HereAsync(work.FolderPath, "demo", "--port", port)).AssertRefused($"--port takes a number from 1 to 65535, not “{port}”.");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task The_demonstration_asks_for_its_port_before_it_is_made(string address)
    {
        using var other = new TcpListener(IPAddress.Parse(address), 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        (await CommandRun.HereAsync(work.FolderPath, "demo", "--port", port)).AssertRefused(
            $"Port {port} of this machine is taken, or may not be used. Stop what uses it, or choose another with --port 5081."
        );
    }

    private Task<CommandRun> StartAsync(params (string Name, string Value)[] settings) =>
        CommandRun.OfAsync(
            work.FolderPath,
            settings
                .Append((Name: "Induction__DataFolder", Value: Path.Combine(work.FolderPath, "data")))
                .ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal)
        );
}
