using Mono.Cecil;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests;

/// <summary>The table of arrows of decision 1, asked of the compiled program.</summary>
public sealed class ArrowTests
{
    private const string Ours = "StocksGreen.Induction.";

    private const int MostFilesInAFolder = 25;

    private static readonly string[] Sources = ["StocksGreen.Induction", "StocksGreen.Induction.Tests", "wwwroot-assets"];

    /// <summary>Each folder and what it may point at, from the bottom row to the top.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Configuration"] = [],
        ["Images"] = [],
        ["Data"] = ["Domain", "Configuration"],
        ["Documents"] = ["Domain", "Images"],
        ["Importing"] = ["Domain", "Images"],
        ["Mail"] = ["Configuration"],
        ["Components"] = ["Domain"],
        ["Accounts"] = ["Domain", "Configuration", "Data", "Documents", "Mail", "Components"],
        ["Features"] = ["Domain", "Configuration", "Images", "Data", "Documents", "Importing", "Mail", "Components", "Accounts"],
        ["Demo"] = ["Domain", "Configuration", "Images", "Data", "Documents", "Importing", "Mail", "Components", "Accounts", "Features"],
        ["Cli"] = ["Domain", "Configuration", "Images", "Data", "Documents", "Importing", "Mail", "Components", "Accounts", "Features", "Demo"],
        ["Benchmarks"] = ["Domain", "Configuration", "Images", "Data", "Documents", "Importing", "Mail", "Components", "Accounts", "Features", "Demo", "Cli"],
        ["Hosting"] = ["Domain", "Configuration", "Images", "Data", "Documents", "Importing", "Mail", "Components", "Accounts", "Features", "Demo", "Cli"],
    };

    private static readonly AssemblyDefinition Program = AssemblyDefinition.ReadAssembly(typeof(Program).Assembly.Location);

    private static readonly IReadOnlyList<(TypeDefinition From, MemberReference To)> Uses = [.. Program.MainModule.GetTypes().SelectMany(TypeUses.Of)];

    private static IReadOnlyList<(string From, string To)> Edges { get; } =
    [.. Uses.Where(use => use.To is TypeReference).Select(use => (From: FullName(use.From), To: FullName((TypeReference)use.To))).Distinct()];

    [Fact]
    public void Arrows_go_to_a_lower_row_and_never_along_one()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Table());

        Assert.True(Edges.Count > 1000);
        Assert.Empty(Forbidden(Edges));
    }

    [Fact]
    public void No_namespaces_form_a_circle() => Assert.Empty(Circles(Edges));

    [Fact]
    public void A_circle_is_found_with_all_who_are_in_it() =>
        Assert.Equal(
            ["Data.Evidence, Data.Readers, Data.Startup"],
            Circles([
                (Ours + "Data.Evidence.Writer", Ours + "Data.Readers.Facts"),
                (Ours + "Data.Readers.Facts", Ours + "Data.Startup.Lock"),
                (Ours + "Data.Startup.Lock", Ours + "Data.Evidence.Log"),
                (Ours + "Data.Startup.Lock", Ours + "Data.InductionDb"),
                (Ours + "Data.Evidence.Log", Ours + "Data.Evidence.Writer"),
            ])
        );

    [Fact]
    public void No_folder_holds_more_files_than_can_be_looked_over()
    {
        var folders = Sources
            .SelectMany(source => Directory.EnumerateDirectories(Path.Combine(Repository.Root, source), "*", SearchOption.AllDirectories))
            .Select(folder => (Name: Path.GetRelativePath(Repository.Root, folder), Files: Directory.EnumerateFiles(folder).Count()))
            // Corpora are lists of cases, each a file and what is expected of it.
            .Where(folder => !folder.Name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Corpus" or "HeldOut"))
            .Where(folder => !folder.Name.Contains(Path.Combine("Policies", "Documents"), StringComparison.Ordinal))
            .ToList();

        Assert.True(folders.Count > 50);
        Assert.DoesNotContain(folders, folder => folder.Files > MostFilesInAFolder);
    }

    [Fact]
    public void The_domain_uses_the_base_library_and_nothing_else() =>
        Assert.Empty(
            Uses.Where(use => Folder(FullName(use.From)) == "Domain" && use.To is TypeReference)
                .Select(use => (use.From.FullName, Scope: ((TypeReference)use.To).GetElementType().Scope.Name))
                .Where(use => use.Scope != Program.MainModule.Name && !use.Scope.StartsWith("System.", StringComparison.Ordinal))
                .Distinct()
        );

    [Fact]
    public void The_domain_never_reads_a_clock() =>
        Assert.Empty(Uses.Where(use => Folder(FullName(use.From)) == "Domain" && IsClock(use.To)).Select(use => $"{use.From.FullName} asks {use.To.FullName}"));

    [Fact]
    public void An_arrow_that_goes_up_or_along_is_found() =>
        Assert.Equal(
            [
                "Domain.Time.Clock -> Data.InductionDb",
                "Data.Configurations -> Components.Urls",
                "Mail.Letter -> Domain.Ids.StaffId",
                "Features.Reading.Sign -> Features.Chasing.List",
                "Accounts.SignIn -> Features.Reading.Sign",
                "Components.Menu -> Cli.Verb",
                "Features.Reading.Sign -> Program",
                "Configuration.MailOptions -> Domain.Ids.StaffId",
                "Cli.Verb -> Hosting.WebServer",
                "Unheard.Of -> Domain.Ids.StaffId",
            ],
            Forbidden([
                (Ours + "Domain.Time.Clock", Ours + "Data.InductionDb"),
                (Ours + "Data.Configurations", Ours + "Components.Urls"),
                (Ours + "Mail.Letter", Ours + "Domain.Ids.StaffId"),
                (Ours + "Features.Reading.Sign", Ours + "Features.Chasing.List"),
                (Ours + "Accounts.SignIn", Ours + "Features.Reading.Sign"),
                (Ours + "Components.Menu", Ours + "Cli.Verb"),
                (Ours + "Features.Reading.Sign", "Program"),
                (Ours + "Configuration.MailOptions", Ours + "Domain.Ids.StaffId"),
                (Ours + "Cli.Verb", Ours + "Hosting.WebServer"),
                (Ours + "Unheard.Of", Ours + "Domain.Ids.StaffId"),
                (Ours + "Features.Reading.Sign", Ours + "Features.Reading.Ledger"),
                (Ours + "Features.Reading.Sign", Ours + "Domain.Ids.StaffId"),
                (Ours + "Features.Reading.Sign", "System.String"),
                (Ours + "Hosting.WebServer", Ours + "Cli.Verb"),
                ("Program", Ours + "Hosting.WebServer"),
            ])
        );

    /// <summary>That the reader looks everywhere: each place below is one in which a type may hide.</summary>
    [Theory]
    [InlineData(nameof(Hiding.Field))]
    [InlineData(nameof(Hiding.Signature))]
    [InlineData(nameof(Hiding.Body))]
    [InlineData(nameof(Hiding.Generic))]
    [InlineData(nameof(Hiding.Lambda))]
    [InlineData(nameof(Hiding.Attributed))]
    [InlineData(nameof(Hiding.Constrained))]
    [InlineData(nameof(Hiding.Caught))]
    public void A_type_is_seen_wherever_it_hides(string place)
    {
        using var tests = AssemblyDefinition.ReadAssembly(typeof(ArrowTests).Assembly.Location);
        var hiding = tests.MainModule.GetTypes().Where(type => type.FullName.StartsWith(typeof(Hiding).FullName + "/" + place, StringComparison.Ordinal));

        Assert.Contains(typeof(Hidden).FullName, hiding.SelectMany(TypeUses.Of).Select(use => use.To.FullName));
    }

    private static List<string> Forbidden(IEnumerable<(string From, string To)> edges) =>
        [
            .. from edge in edges
            let user = Folder(edge.From)
            let used = Folder(edge.To)
            where used is not null && user != used && user is not "Program"
            where !MayUse.GetValueOrDefault(Row(user), []).Contains(Row(used), StringComparer.Ordinal)
            select $"{Short(edge.From)} -> {Short(edge.To)}",
        ];

    /// <summary>Namespaces that reach each other both ways, a line for each circle.</summary>
    private static List<string> Circles(IReadOnlyList<(string From, string To)> edges)
    {
        var arrows = edges
            .Where(edge => edge.From.StartsWith(Ours, StringComparison.Ordinal) && edge.To.StartsWith(Ours, StringComparison.Ordinal))
            .Select(edge => (From: Namespace(edge.From), To: Namespace(edge.To)))
            .Where(arrow => arrow.From != arrow.To && arrow.From.Length > 0 && arrow.To.Length > 0)
            .Distinct()
            .ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        var reached = arrows.ToDictionary(from => from.Key, from => Reach(arrows, from.Key), StringComparer.Ordinal);
        bool IsBothWays(string one, string other) => reached[one].Contains(other) && reached.TryGetValue(other, out var back) && back.Contains(one);
        return
        [
            .. reached
                .Keys.Where(one => reached[one].Contains(one))
                .Select(one => string.Join(", ", reached[one].Where(other => IsBothWays(one, other)).Order(StringComparer.Ordinal)))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reach(ILookup<string, string> arrows, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var here))
        {
            foreach (var next in arrows[here].Where(reached.Add))
            {
                open.Push(next);
            }
        }

        return reached;
    }

    /// <summary>"Data.Evidence"; empty for the root.</summary>
    private static string Namespace(string type) => Short(type) is var name && name.LastIndexOf('.') is > 0 and var end ? name[..end] : "";

    /// <summary>How many different arrows lead from each folder to each other one.</summary>
    private static string Table() =>
        string.Join(
            Environment.NewLine,
            Edges
                .Select(edge => (From: Row(Folder(edge.From)), To: Row(Folder(edge.To))))
                .Where(arrow => arrow.From != arrow.To && arrow.To.Length > 0)
                .GroupBy(arrow => arrow.From, StringComparer.Ordinal)
                .OrderBy(row => MayUse.Keys.ToList().IndexOf(row.Key))
                .Select(row =>
                    $"{row.Key}: {string.Join(", ", row.CountBy(arrow => arrow.To).OrderByDescending(to => to.Value).Select(to => $"{to.Key} {to.Value}"))}"
                )
        );

    /// <summary>"Domain", "Features.Reading", "Program"; null for what is not ours.</summary>
    private static string? Folder(string type)
    {
        if (!type.StartsWith(Ours, StringComparison.Ordinal))
        {
            return type == "Program" ? type : null;
        }

        var names = type[Ours.Length..].Split('.', '/');
        return names[0] == "Features" ? $"Features.{names[1]}" : names[0];
    }

    private static string Row(string? folder) => folder?.Split('.')[0] ?? "";

    private static string Short(string type) => type.StartsWith(Ours, StringComparison.Ordinal) ? type[Ours.Length..] : type;

    /// <summary>The outermost type, for a nested or compiler-generated one belongs to the type that holds it.</summary>
    private static string FullName(TypeReference type) =>
        type.DeclaringType is { } outer ? FullName(outer)
        // Helpers that the Razor compiler makes for one component stand in a namespace of their own.
        : type.FullName.StartsWith("__Blazor.", StringComparison.Ordinal)
            ? type.FullName["__Blazor.".Length..].Replace(".TypeInference", "", StringComparison.Ordinal)
        : type.FullName;

    private static bool IsClock(MemberReference member) =>
        (member.DeclaringType?.FullName, member.Name)
            is
                ("System.DateTime" or "System.DateTimeOffset", "get_Now" or "get_UtcNow" or "get_Today")
                or
                ("System.Guid", "CreateVersion7")
                or
                ("System.TimeProvider", "get_System")
                or
                ("System.Diagnostics.Stopwatch" or "System.Environment", "GetTimestamp" or "StartNew" or "get_TickCount" or "get_TickCount64");
}
