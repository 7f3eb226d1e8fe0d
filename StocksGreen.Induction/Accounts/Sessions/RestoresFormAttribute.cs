namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>
/// Marks a page whose form comes back filled in when the session turned out to have ended as it was sent. Never on a page that takes the words of a
/// declaration.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RestoresFormAttribute : Attribute;
