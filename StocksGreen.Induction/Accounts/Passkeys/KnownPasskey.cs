namespace StocksGreen.Induction.Accounts.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Of the credential, base64url.</param>
/// <param name="Name">"My phone".</param>
/// <param name="AddedAt">UTC.</param>
public sealed record KnownPasskey(string Id, string Name, DateTimeOffset AddedAt);
