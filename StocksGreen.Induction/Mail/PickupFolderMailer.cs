using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Mail;

/// <summary>Writes letters into a folder, each whole or not at all.</summary>
public sealed class PickupFolderMailer(MailOptions options) : IMailer
{
    public async Task<MailAnswer> HandOverAsync(Letter letter, Action handingOver, CancellationToken cancellationToken)
    {
        if (LetterWriter.Write(letter, options) is not { } message)
        {
            return new MailAnswer.Refused($"“{letter.ToAddress}” is no e-mail address.");
        }

        using (message)
        {
            var file = Path.Combine(options.PickupFolder, $"{letter.Id:N}.eml");
            var unfinished = file + ".part";
            try
            {
                await message.WriteToAsync(unfinished, cancellationToken);
                handingOver();
                File.Move(unfinished, file, overwrite: true);
                return new MailAnswer.Accepted($"Written to {options.PickupFolder}");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return new MailAnswer.Unreachable($"The folder {options.PickupFolder} cannot be written to: {fault.Message}");
            }
        }
    }

    public Task RestAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
