using System.Text.Json;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is sealed when a key role changes hands.</summary>
/// <param name="Form">"key-role/1".</param>
/// <param name="RecordedAt">UTC.</param>
public sealed record KeyRoleFacts(string Form, Guid Change, string Role, string Holder, DateOnly From, DateTimeOffset RecordedAt, string RecordedBy)
{
    public static KeyRoleFacts Of(Guid id, KeyRole role, string holder, DateOnly from, DateTimeOffset recordedAt, string recordedBy) =>
        new("key-role/1", id, role.ToString(), holder, from, recordedAt, recordedBy);

    /// <summary>True when a stored change says what these facts sealed.</summary>
    public bool AreOf(KeyRoleChange row) => Of(row.Id, row.Role, row.Holder, row.From, row.RecordedAt, row.RecordedBy) == this;

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static KeyRoleFacts Parse(string json) => SealedJson.Parse<KeyRoleFacts>(json);
}
