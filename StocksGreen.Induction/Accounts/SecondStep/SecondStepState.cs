namespace StocksGreen.Induction.Accounts.SecondStep;

/// <summary>What stands behind a person's password.</summary>
/// <param name="IsRequired">Their roles open others' names: a password alone does not let them in.</param>
/// <param name="IsWaived">Their roles would require it, and the school is a demonstration.</param>
/// <param name="HasApp">An authenticator app is set up.</param>
/// <param name="CodesLeft">Recovery codes that were printed and not used.</param>
public sealed record SecondStepState(bool IsRequired, bool IsWaived, bool HasApp, int Passkeys, int CodesLeft)
{
    /// <summary>True where there is something that can be asked for.</summary>
    public bool IsSetUp => HasApp || Passkeys > 0;

    /// <summary>
    /// Whether a session that was opened by one thing alone is asked for another: always where it is required, and where someone set an app up.
    /// </summary>
    public bool IsAsked => IsRequired || HasApp;
}
