namespace StocksGreen.Induction.Configuration;

/// <summary>The service outside the school that stamps each seal with the time (RFC 3161).</summary>
public sealed class TimestampOptions
{
    public const string Setting = InductionOptions.Section + ":TimeStampAddress";

    /// <summary>As written; null where seals are made without a stamp.</summary>
    [ConfigurationKeyName("TimeStampAddress")]
    public string? Address { get; set; }

    /// <summary>Null where no setting names one.</summary>
    public Uri? Service => Uri.TryCreate(Address?.Trim(), UriKind.Absolute, out var service) ? service : null;
}
