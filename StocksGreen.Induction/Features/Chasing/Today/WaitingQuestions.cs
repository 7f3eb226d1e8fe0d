namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>Questions that someone else is to answer.</summary>
/// <param name="With">Whom they wait for.</param>
/// <param name="Since">When the first of them was asked, UTC.</param>
public sealed record WaitingQuestions(string With, int Count, DateTimeOffset Since);
