namespace StocksGreen.Induction.Components.Shell;

/// <summary>The school's name where there is little room.</summary>
internal static class SchoolText
{
    private static readonly string[] Kinds = [" Primary School", " Infant School", " Junior School", " Primary Academy", " School", " Academy"];

    /// <returns>"Stocks Green" for "Stocks Green Primary School"; a name without such an end as it is.</returns>
    public static string Short(string name) =>
        Kinds.FirstOrDefault(kind => name.Length > kind.Length && name.EndsWith(kind, StringComparison.OrdinalIgnoreCase)) is { } end
            ? name[..^end.Length]
            : name;
}
