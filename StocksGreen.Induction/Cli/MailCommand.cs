using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Features.Chasing.Outbox;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Cli;

/// <summary>
/// <c>mail status</c>, <c>mail test ADDRESS</c>, <c>mail bounce FILE</c>: how mail stands, whether the settings work, and a report of a mail that came back.
/// </summary>
internal sealed class MailCommand(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var data = StoreOption.Create();
        var status = new Command("status", "Say how mail leaves and what is in the outbox; exits with 1 where a mail needs someone.") { data };
        status.SetAction((parsed, cancellationToken) => StatusAsync(parsed.GetValue(data), cancellationToken));

        var address = new Argument<string>("address") { Description = "Where to send it: your own address." };
        var test = new Command("test", "Send one letter with the settings of this server, now.") { address };
        test.SetAction((parsed, cancellationToken) => TestAsync(parsed.GetRequiredValue(address), cancellationToken));

        var file = new Argument<FileInfo>("file") { Description = "The report as it came, an .eml file." };
        var bounceData = StoreOption.Create();
        var bounce = new Command("bounce", "Read a report of a mail that could not be delivered.") { file, bounceData };
        bounce.SetAction((parsed, cancellationToken) => BounceAsync(parsed.GetRequiredValue(file), parsed.GetValue(bounceData), cancellationToken));
        return new Command("mail", "Look after mail.") { status, test, bounce };
    }

    private static MailOptions Options()
    {
        using var services = new ServiceCollection().AddSettings().BuildServiceProvider();
        return Settings.Faults(services) is { Count: > 0 } faults
            ? throw new OperatorException(string.Join(Environment.NewLine, faults))
            : services.GetRequiredService<MailOptions>();
    }

    private async Task<int> StatusAsync(string? folder, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder);
        var options = services.GetRequiredService<MailOptions>();
        await using var scope = services.CreateAsyncScope();
        var board = (
            await scope
                .ServiceProvider.GetRequiredService<MailQuery>()
                .ExecuteAsync(StoreOption.Actor(services.GetRequiredService<TimeProvider>()), cancellationToken)
        )!;
        var when =
            options.Way is MailTransport.None
                ? " (no setting of mail)"
                : string.Create(CultureInfo.InvariantCulture, $"; reminders at {options.RemindersAt:HH\\:mm}, Europe/London");
        Console.WriteLine($"Mail goes to: {options.WayInWords}{when}");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Waiting: {board.Waiting.Count}. Sent in the last {MailQuery.RecentDays} days: {board.SentCount}. Needing someone: "
                    + $"{board.NeedSomeone.Count}."
            )
        );
        foreach (var mail in board.NeedSomeone.Concat(board.Waiting.Where(mail => mail.Tries > 0)))
        {
            Console.WriteLine($"  {LondonTime.ToWords(mail.QueuedAt)}  {mail.ToAddress}  {MailText.For(mail)}");
        }

        return board.NeedSomeone.Count == 0 ? 0 : 1;
    }

    private static async Task<int> TestAsync(string address, CancellationToken cancellationToken)
    {
        var options = Options();
        if (options.Way is MailTransport.None)
        {
            return CommandLine.Refuse(
                $"No mail is set up. Set {MailOptions.Section}:Host or {MailOptions.Section}:PickupFolder, {MailOptions.Section}:From and "
                    + $"{InductionOptions.AddressSetting}."
            );
        }

        await using IMailer mailer = options.Way is MailTransport.Folder ? new PickupFolderMailer(options) : new SmtpMailer(options);
        const string Text = "This is a test. If you can read it, reminders can be sent.";
        var letter = new Letter(
            Guid.NewGuid(),
            TimeProvider.System.GetUtcNow(),
            "StocksGreen.Induction",
            "",
            address,
            "A test from StocksGreen.Induction",
            $"{Text}\n\n{options.SiteAddress}\n",
            $"<!doctype html><html lang=\"en-GB\"><body><p>{Text}</p></body></html>"
        );
        var answer = await mailer.HandOverAsync(letter, () => { }, cancellationToken);
        Console.WriteLine(
            answer is MailAnswer.Accepted ? $"Taken by {options.WayInWords}: {answer.Words}" : $"Not sent by {options.WayInWords}: {answer.Words}"
        );
        return answer is MailAnswer.Accepted ? 0 : 1;
    }

    private async Task<int> BounceAsync(FileInfo file, string? folder, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return CommandLine.Refuse($"There is no file {file.FullName}");
        }

        await using var services = StoreOption.Open(wire, folder, mayWrite: true);
        await using var scope = services.CreateAsyncScope();
        try
        {
            await using var stream = file.OpenRead();
            if (BounceReader.Parse(stream) is not { } bounce)
            {
                Console.WriteLine("That is no report of a mail of ours that could not be delivered.");
                return 1;
            }

            var isNew = await scope.ServiceProvider.GetRequiredService<RecordBounce>().ExecuteAsync(bounce, cancellationToken) is Result<Unit>.Done;
            Console.WriteLine(
                isNew
                    ? $"Recorded: a mail to {bounce.Recipient} came back: {bounce.Words}"
                    : "Nothing is recorded: no mail of this school that was sent has that id, or it is known to have come back."
            );
            return isNew ? 0 : 1;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or IOException)
        {
            return CommandLine.Refuse($"It cannot be recorded: {fault.Message}");
        }
    }
}
