using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Accounts.MailedLinks;

/// <summary>Someone asks for a link that signs them in. Whether there is such an account is told to no one: the answer is always the same.</summary>
public sealed class AskForLink(MailOptions mail, SchoolStore school, LinkRequests requests, Guesses guesses)
{
    /// <summary>How often an hour one address may ask: a school behind one address has a bad morning at most.</summary>
    public const int MostFromAnAddress = 30;

    /// <summary>How often a quarter of an hour a link may be asked for one e-mail address.</summary>
    public const int MostForAnAccount = 3;

    private const int LongestEmail = 254;

    /// <summary>True where mail leaves at all.</summary>
    public bool IsOffered => mail.Way is not MailTransport.None;

    /// <param name="address">Network address of whoever asks; null where it is not known.</param>
    public void Execute(string? email, string? returnUrl, string? address)
    {
        var typed = (email ?? "").Trim();
        if (
            IsOffered
            && typed.Length is > 2 and <= LongestEmail
            && guesses.Begin($"link from {(address is null ? "somewhere" : RequestOrigin.Network(address))}", MostFromAnAddress, TimeSpan.FromHours(1))
            && guesses.Begin($"link for {typed.ToUpperInvariant()}", MostForAnAccount, Guesses.Window)
        )
        {
            requests.Add(new LinkRequest(school, typed, Urls.Local(returnUrl)));
        }
    }
}
