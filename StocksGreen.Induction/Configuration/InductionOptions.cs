namespace StocksGreen.Induction.Configuration;

/// <summary>Where the school's data is, and where its people find the site.</summary>
public sealed class InductionOptions
{
    /// <summary>What every setting of ours is under.</summary>
    public const string Section = "Induction";

    public const string AddressSetting = Section + ":Address";

    /// <summary>Folder for all data, as written: relative to where the program was started. Null where no setting names one.</summary>
    public string? DataFolder { get; set; }

    /// <summary>As written: "https://induction.school.example/".</summary>
    public string? Address { get; set; }

    /// <summary>"https://induction.school.example", without a slash at the end; null where no setting says it.</summary>
    public string? SiteAddress => string.IsNullOrWhiteSpace(Address) ? null : Address.Trim().TrimEnd('/');
}
