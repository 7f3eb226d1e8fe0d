namespace StocksGreen.Induction.Domain.Ids;

/// <summary>Names one attestation; it stands in the address of the signed copy and says nothing about the person.</summary>
public readonly record struct AttestationId(Guid Value) : IEntityId<AttestationId>
{
    public static AttestationId New() => new(Guid.NewGuid());

    public static AttestationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
