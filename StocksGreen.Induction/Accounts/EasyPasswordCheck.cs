using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access.Passwords;

namespace StocksGreen.Induction.Accounts;

/// <summary>Asks of every password that is chosen whether it is easy to guess, knowing the person and the school.</summary>
internal sealed class EasyPasswordCheck(IDbContextFactory<InductionDb> factory) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        await using var db = await factory.CreateDbContextAsync();
        var name = await db.People.Where(person => person.Id == user.StaffId).Select(person => person.FullName).SingleOrDefaultAsync();
        var school = await db.Schools.Select(row => row.Name).SingleOrDefaultAsync();
        return PasswordRules.WhyNot(password ?? "", [name, user.Email, school]) is { } sentence
            ? IdentityResult.Failed(new IdentityError { Code = nameof(EasyPasswordCheck), Description = sentence })
            : IdentityResult.Success;
    }
}
