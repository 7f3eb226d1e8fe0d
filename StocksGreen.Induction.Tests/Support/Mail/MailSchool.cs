using System.Globalization;
using System.Net.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Support.Mail;

/// <summary>A school whose mail goes to a server of the test, on Monday 14 September 2026 at 07:30 in London.</summary>
internal static class MailSchool
{
    public const string Site = "https://induction.school.example";

    public static readonly DateTimeOffset HalfPastSeven = new(2026, 9, 14, 6, 30, 0, TimeSpan.Zero);

    /// <param name="change">Settings other than those that fit the server.</param>
    /// <param name="patience">How long the server may take to say that it has a letter.</param>
    /// <param name="handingOver">Done when a letter is about to be given, after that was noted.</param>
    /// <param name="filled">What the school begins with; null for its headteacher alone.</param>
    public static async Task<TestSchool> OpenAsync(
        TestMailServer server,
        (string Name, string? Value)[]? change = null,
        TimeSpan? patience = null,
        Action? handingOver = null,
        FilledSchool? filled = null
    )
    {
        var options = Options(server, change ?? []);
        var school = await (filled is null ? TestSchool.OpenAsync(Wire) : TestSchool.OpenAsync(filled, Wire));
        school.Clock.Now = HalfPastSeven;
        return school;

        void Wire(IServiceCollection services) =>
            services
                .AddSingleton(options)
                .AddSingleton<IMailer>(_ => new Watched(new SmtpMailer(options, Trusts(server), patience ?? TimeSpan.FromMinutes(1)), handingOver));
    }

    /// <summary>A school whose mail is written into a folder of its own, which goes with it.</summary>
    public static async Task<(TestSchool School, DirectoryInfo Folder)> OpenWithFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("stocksgreen-mail-");
        var (options, faults) = TestSettings.Mail(
            ("PickupFolder", folder.FullName),
            ("BounceFolder", Path.Combine(folder.FullName, "bounces")),
            ("From", "office@school.example"),
            ("Address", Site)
        );
        Assert.Empty(faults);
        var school = await TestSchool.OpenAsync(services =>
        {
            services.AddSingleton(options);
            TestSchool.ProtectLikeTheProgram(services);
        });
        school.Clock.Now = HalfPastSeven;
        return (school, folder);
    }

    public static MailOptions Options(TestMailServer server, params (string Name, string? Value)[] change) => Options(server.Port, change);

    public static MailOptions Options(int port, params (string Name, string? Value)[] change)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Host"] = "localhost",
            ["Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["User"] = TestMailServer.User,
            ["Password"] = TestMailServer.Password,
            ["From"] = "office@school.example",
        };
        foreach (var (name, value) in change)
        {
            settings[name] = value;
        }

        var (options, faults) = TestSettings.Mail([.. settings.Select(setting => (setting.Key, setting.Value)), ("Address", Site)]);
        Assert.Empty(faults);
        return options;
    }

    /// <summary>People with an address each, "person1@school.example" and so on.</summary>
    public static async Task HireAsync(TestSchool school, int people)
    {
        await using var db = await school.DbAsync();
        db.People.AddRange(
            Enumerable
                .Range(1, people)
                .Select(number => new StaffMember(
                    StaffId.New(),
                    $"Person {number}",
                    $"person{number}@school.example",
                    "Class teacher",
                    Audience.Employee,
                    new DateOnly(2020, 9, 1)
                ))
        );
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static Task<VersionId> PublishAsync(TestSchool school, string title = "Social Media Policy") =>
        school.PublishAsync(SmallPolicy.Text with { Title = title });

    public static Task RoundAsync(TestSchool school) =>
        school.AskAsync(
            async (MailCycle round) =>
            {
                await round.ExecuteAsync(TestContext.Current.CancellationToken);
                return true;
            }
        );

    public static async Task<List<OutboxMail>> OutboxAsync(TestSchool school)
    {
        await using var db = await school.DbAsync();
        return await db.OutboxMails.AsNoTracking().OrderBy(mail => mail.QueuedAt).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static RemoteCertificateValidationCallback? Trusts(TestMailServer server) =>
        server.HasCertificate ? (_, shown, _, _) => shown?.GetCertHashString() == server.Certificate.GetCertHashString() : null;

    private sealed class Watched(SmtpMailer mailer, Action? also) : IMailer
    {
        public Task<MailAnswer> HandOverAsync(Letter letter, Action handingOver, CancellationToken cancellationToken) =>
            mailer.HandOverAsync(
                letter,
                () =>
                {
                    handingOver();
                    also?.Invoke();
                },
                cancellationToken
            );

        public Task RestAsync() => mailer.RestAsync();

        public ValueTask DisposeAsync() => mailer.DisposeAsync();
    }
}
