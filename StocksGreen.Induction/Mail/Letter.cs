namespace StocksGreen.Induction.Mail;

/// <summary>One e-mail to one person, as it is handed over.</summary>
/// <param name="Id">Of this letter; its Message-ID is made of it and is the same however often it is tried, so that a mailbox can tell a second copy.</param>
/// <param name="At">UTC; when it was written.</param>
/// <param name="FromName">Whom it comes from, as people read it: the school.</param>
/// <param name="Html">A whole document; it shows nothing from outside.</param>
public sealed record Letter(Guid Id, DateTimeOffset At, string FromName, string ToName, string ToAddress, string Subject, string Text, string Html);
