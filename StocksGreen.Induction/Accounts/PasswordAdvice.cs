using Microsoft.AspNetCore.Identity;

namespace StocksGreen.Induction.Accounts;

/// <summary>What Identity refuses, in plain English.</summary>
internal sealed class PasswordAdvice : IdentityErrorDescriber
{
    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), $"Someone already has an account with the e-mail {email}.");

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "Enter a full e-mail address, such as a.hart@school.example.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
