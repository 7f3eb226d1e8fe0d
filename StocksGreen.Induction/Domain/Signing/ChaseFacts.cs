using System.Text.Json;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is sealed when a person is reminded.</summary>
/// <param name="Form">"chase/1".</param>
/// <param name="DueOn">Last day on which signing was in time.</param>
/// <param name="At">UTC.</param>
/// <param name="Notice">The e-mail from the outbox; null where there was none.</param>
public sealed record ChaseFacts(string Form, Guid Chase, Guid Person, Guid Version, string Channel, DateOnly DueOn, string ChasedBy, Guid ChasedById, DateTimeOffset At, Guid? Notice = null)
{
    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static ChaseFacts Parse(string json) => SealedJson.Parse<ChaseFacts>(json);
}
