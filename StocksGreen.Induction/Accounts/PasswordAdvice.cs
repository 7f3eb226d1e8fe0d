using Microsoft.AspNetCore.Identity;

namespace StocksGreen.Induction.Accounts;

/// <summary>What Identity refuses, in plain English.</summary>
internal sealed class PasswordAdvice : IdentityErrorDescriber
{
    /// <summary>Length is what makes a password strong; rules about signs and capitals only make it hard to remember.</summary>
    internal const int ShortestPassword = 12;

    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"Choose a password of at least {length} characters. Three random words are easy to remember and hard to guess.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), $"Choose a password with at least {uniqueChars} different characters.");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), $"Someone already has an account with the e-mail {email}.");

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "Enter a full e-mail address, such as a.hart@school.example.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
