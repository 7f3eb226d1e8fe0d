namespace StocksGreen.Induction.Domain.Text;

/// <summary>What a command hands back that is done and has nothing more to say.</summary>
public readonly record struct Unit;
