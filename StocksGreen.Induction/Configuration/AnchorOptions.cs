namespace StocksGreen.Induction.Configuration;

/// <summary>To whom, besides the headteacher, and where the daily anchor of the evidence goes.</summary>
public sealed class AnchorOptions
{
    public const string Section = InductionOptions.Section + ":Anchor";

    /// <summary>Address of the chair of governors; null where the anchor is not sent to them.</summary>
    public string? ChairOfGovernors { get; set; }

    /// <summary>Address of the data protection officer; null where the anchor is not sent to them.</summary>
    public string? DataProtectionOfficer { get; set; }

    /// <summary>A file on another disk to which each anchor is appended, as written; null where there is none.</summary>
    public string? WitnessFile { get; set; }

    /// <summary>That file, seen from where the program was started; null where there is none.</summary>
    public string? Witness => string.IsNullOrWhiteSpace(WitnessFile) ? null : Path.GetFullPath(WitnessFile.Trim());

    /// <summary>The addresses that are set, each with who it is of.</summary>
    public IEnumerable<(string Name, string Address)> Recipients =>
        new[] { ("Chair of governors", ChairOfGovernors), ("Data protection officer", DataProtectionOfficer) }
            .Where(each => !string.IsNullOrWhiteSpace(each.Item2))
            .Select(each => (each.Item1, each.Item2!.Trim()));
}
