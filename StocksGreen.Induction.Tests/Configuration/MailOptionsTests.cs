using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Configuration;

/// <summary>Settings of mail are doubted at the door, all at once.</summary>
public sealed class MailOptionsTests
{
    [Fact]
    public void Without_any_setting_there_is_no_mail_and_nothing_is_wrong()
    {
        var (options, faults) = Read();

        Assert.Empty(faults);
        Assert.Equal(MailTransport.None, options.Way);
    }

    [Fact]
    public void A_server_is_reached_by_starttls_on_port_587_unless_settings_say_otherwise()
    {
        var (options, faults) = Read("Host=mail.school.example", "From=office@school.example", "Address=https://induction.school.example/");

        Assert.Empty(faults);
        Assert.Equal(
            (MailTransport.Server, 587, MailSecurity.StartTls, "https://induction.school.example", new TimeOnly(7, 30)),
            (options.Way, options.PortNumber, options.Protection, options.SiteAddress, options.RemindersAt)
        );
    }

    [Theory]
    [InlineData("465", MailSecurity.Tls)]
    [InlineData("25", MailSecurity.StartTls)]
    public void Port_465_speaks_tls_from_the_first_byte(string port, MailSecurity expected) =>
        Assert.Equal(
            expected,
            Read("Host=mail.school.example", $"Port={port}", "From=office@school.example", "Address=https://induction.school.example").Options.Protection
        );

    [Fact]
    public void All_faults_are_named_together()
    {
        var (_, faults) = Read("Host=smtp://mail", "Port=none", "Security=ssl", "User=school", "From=office", "RemindAt=half past seven");

        Assert.Equal(
            [
                "Induction:Mail:Security holds “ssl”. It may be starttls, tls or none.",
                "Induction:Mail:Port holds “none”, which is no port. It is usually 587 or 465.",
                "Induction:Mail:RemindAt holds “half past seven”, which is no time of day. Write it as 07:30.",
                "Induction:Mail:Host holds “smtp://mail”, which is no name or address of a server. Write it bare: mail.school.example",
                "Induction:Mail:User and Induction:Mail:Password belong together: set both or neither.",
                "Induction:Mail:From holds “office”, which is no e-mail address: mails need an address to come from, such as office@school.example.",
                "Induction:Address is missing: links in mails begin with it, such as https://induction.school.example",
            ],
            faults
        );
    }

    [Theory]
    [InlineData("mail.school.example", false)]
    [InlineData("192.0.2.7", false)]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    public void In_the_open_is_only_spoken_to_this_machine(string host, bool isAllowed) =>
        Assert.Equal(isAllowed, Read($"Host={host}", "Security=none", "From=office@school.example", "Address=http://localhost:5080").Faults.Count == 0);

    [Fact]
    public void A_server_and_a_folder_are_one_too_many() =>
        Assert.Equal(
            ["Set either Induction:Mail:Host, to send through a mail server, or Induction:Mail:PickupFolder, to write mails into a folder; both are set."],
            Read(
                "Host=mail.school.example",
                $"PickupFolder={Path.GetTempPath()}",
                "From=office@school.example",
                "Address=https://induction.school.example"
            ).Faults
        );

    private static (MailOptions Options, IReadOnlyList<string> Faults) Read(params string[] settings) =>
        TestSettings.Mail([.. settings.Select(setting => setting.Split('=', 2)).Select(setting => (setting[0], (string?)setting[1]))]);
}
