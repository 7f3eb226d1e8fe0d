using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>Someone's phone with an authenticator app.</summary>
internal sealed class SecondSteps(TestSchool school, byte[] secret, IReadOnlyList<string> recovery)
{
    /// <summary>The sheet that was printed.</summary>
    public IReadOnlyList<string> Recovery => recovery;

    /// <summary>What the app shows now.</summary>
    public string Code => Totp.Code(secret, Totp.StepOf(school.Clock.Now));

    /// <summary>What it shows next, once half a minute has gone by.</summary>
    public string Next()
    {
        school.Clock.Now += TimeSpan.FromSeconds(30);
        return Code;
    }

    /// <summary>Sets an app up for someone.</summary>
    public static async Task<SecondSteps> SetUpAsync(TestSchool school, Actor actor)
    {
        var fresh = actor with { Proof = new IdentityProof("password", school.Clock.Now) };
        (await school.AskAsync((SecondStepService steps) => steps.BeginAppAsync(fresh, null, TestContext.Current.CancellationToken))).Value();
        var (_, typed) = (await school.AskAsync((SecondStepService steps) => steps.PendingAppAsync(fresh, TestContext.Current.CancellationToken)))!.Value;
        var secret = FromBase32(typed.Replace(" ", "", StringComparison.Ordinal));
        var code = Totp.Code(secret, Totp.StepOf(school.Clock.Now));
        var codes = await school.AskAsync((SecondStepService steps) => steps.ConfirmAppAsync(fresh, code, TestContext.Current.CancellationToken));
        return new SecondSteps(school, secret, codes.Value());
    }

    /// <summary>As an app reads what was typed into it.</summary>
    internal static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }
}
