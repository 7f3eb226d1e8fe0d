using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StocksGreen.Induction.Data.Entities;

namespace StocksGreen.Induction.Accounts.Passwords;

/// <summary>The hash of no one's password: comparing with it takes as long as comparing with someone's.</summary>
public sealed class DecoyHash(IOptions<PasswordHasherOptions> options)
{
    private readonly Lazy<string> hash = new(() =>
        new PasswordHasher<Account>(options).HashPassword(new Account(), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)))
    );

    public string Value => hash.Value;
}
