using FsCheck;
using Microsoft.FSharp.Core;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>How many invented inputs a test draws: the same on every run. <c>measure fuzz</c> draws others for as long as it is told to.</summary>
internal static class RandomCases
{
    internal static Config Fifty { get; } =
        Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261201), FSharpOption<int>.None)));
}
