namespace StocksGreen.Induction.Mail;

/// <summary>What became of handing a letter over.</summary>
/// <param name="Words">What the server said, or what went wrong, for someone who looks after it.</param>
public abstract record MailAnswer(string Words)
{
    /// <summary>The server has taken it and answers for it from now on.</summary>
    public sealed record Accepted(string Words) : MailAnswer(Words);

    /// <summary>The server will never take it; trying again would change nothing.</summary>
    public sealed record Refused(string Words) : MailAnswer(Words);

    /// <summary>The server did not take this letter now.</summary>
    public sealed record Postponed(string Words) : MailAnswer(Words);

    /// <summary>The server cannot be used at all: no other letter need be tried now. This one was not taken.</summary>
    public sealed record Unreachable(string Words) : MailAnswer(Words)
    {
        /// <summary>It does not let this program in: whoever looks after it must put that right, however long it takes, and letters wait until then.</summary>
        public bool IsSignInRefused { get; init; }
    }

    /// <summary>The whole letter left and no answer came: the server may have it or not, and nothing that this program can do would tell.</summary>
    public sealed record InDoubt(string Words) : MailAnswer(Words);
}
