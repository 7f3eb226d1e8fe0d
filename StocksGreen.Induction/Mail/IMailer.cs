namespace StocksGreen.Induction.Mail;

/// <summary>Hands letters over, one after the other.</summary>
public interface IMailer : IAsyncDisposable
{
    /// <param name="handingOver">Called once the server has agreed to sender and recipient, before it is given the letter: from then on it may have it. What it
    /// throws stops the letter.</param>
    /// <param name="cancellationToken">Heeded until then and not afterwards.</param>
    Task<MailAnswer> HandOverAsync(Letter letter, Action handingOver, CancellationToken cancellationToken);

    /// <summary>Says goodbye until the next letter.</summary>
    Task RestAsync();
}
