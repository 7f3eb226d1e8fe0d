namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>What pages and papers call the things that an import left out, and what was decided about them.</summary>
public static class FidelityNames
{
    /// <summary>"Struck-out words".</summary>
    public static string Heading(this FidelityKind kind) =>
        kind switch
        {
            FidelityKind.StruckOut => "Struck-out words",
            FidelityKind.Hidden => "Hidden words",
            FidelityKind.Watermark => "Watermarks",
            FidelityKind.Placeholder => "Placeholders",
            FidelityKind.Picture => "Pictures that were not taken over",
            FidelityKind.Symbol => "Signs that are not known",
            FidelityKind.Object => "Things that cannot be read",
            FidelityKind.MissingWords => "Words that are missing",
            FidelityKind.NotDescribed => "Pictures that no one has described",
            FidelityKind.PageText => "Pages whose words are to be written or confirmed",
        };

    /// <summary>What was decided, after the words: "left out, rightly".</summary>
    public static string Done(this FidelityChoice choice) =>
        choice switch
        {
            FidelityChoice.LeaveOut => "left out, rightly",
            FidelityChoice.PutIn => "put in by hand",
            FidelityChoice.Stays => "stays as it is",
            FidelityChoice.FilledIn => "filled in or taken out",
            FidelityChoice.Confirmed => "its words were written or confirmed",
        };
}
