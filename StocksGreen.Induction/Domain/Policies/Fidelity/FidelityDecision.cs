namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>Who decided what about one point, and when.</summary>
/// <param name="Key">Of the point.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Name of the person, as at deciding.</param>
public sealed record FidelityDecision(string Key, FidelityKind Kind, string Text, string Where, FidelityChoice Choice, DateTimeOffset At, string By)
{
    /// <summary>True where it was made about this point and these words.</summary>
    public bool IsAbout(FidelityPoint point) => Key == point.Key && Kind == point.Kind && Text == point.Text;
}
