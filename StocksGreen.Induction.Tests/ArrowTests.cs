using Mono.Cecil;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests;

/// <summary>The table of arrows in DESIGN.md, asked of the compiled program.</summary>
public sealed class ArrowTests
{
    private const string Ours = "StocksGreen.Induction.";

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Configuration"] = [],
        ["Data"] = ["Domain"],
        ["Documents"] = ["Domain"],
        ["Ui"] = ["Domain"],
        ["Mail"] = ["Configuration"],
        ["Accounts"] = ["Domain", "Configuration", "Data", "Mail", "Ui"],
        ["Shell"] = ["Domain", "Accounts", "Ui"],
        ["Features"] = ["Domain", "Configuration", "Data", "Ui", "Accounts", "Documents", "Mail"],
        ["Cli"] = ["Domain", "Configuration", "Data", "Documents", "Ui", "Mail", "Accounts", "Features"],
        ["Hosting"] = ["Domain", "Configuration", "Data", "Ui", "Accounts", "Shell", "Features", "Cli"],
    };

    private static readonly AssemblyDefinition Program = AssemblyDefinition.ReadAssembly(typeof(Program).Assembly.Location);

    private static readonly IReadOnlyList<(TypeDefinition From, MemberReference To)> Uses = [.. Program.MainModule.GetTypes().SelectMany(TypeUses.Of)];

    [Fact]
    public void Arrows_go_to_a_lower_row_and_never_along_one()
    {
        var edges = Uses.Where(use => use.To is TypeReference)
            .Select(use => (From: FullName(use.From), To: FullName((TypeReference)use.To)))
            .Distinct()
            .ToList();

        Assert.True(edges.Count > 1000);
        Assert.Empty(Forbidden(edges));
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
                "Domain.Dates.Clock -> Data.InductionDb",
                "Data.Tables -> Ui.Urls",
                "Mail.Letter -> Domain.People.StaffId",
                "Features.Reading.Sign -> Features.Chasing.List",
                "Accounts.Desk -> Features.Reading.Sign",
                "Shell.Menu -> Cli.Verb",
                "Cli.Verb -> Shell.Menu",
                "Features.Reading.Sign -> Program",
                "Configuration.MailOptions -> Domain.People.StaffId",
                "Cli.Verb -> Hosting.WebServer",
                "Unheard.Of -> Domain.People.StaffId",
            ],
            Forbidden([
                (Ours + "Domain.Dates.Clock", Ours + "Data.InductionDb"),
                (Ours + "Data.Tables", Ours + "Ui.Urls"),
                (Ours + "Mail.Letter", Ours + "Domain.People.StaffId"),
                (Ours + "Features.Reading.Sign", Ours + "Features.Chasing.List"),
                (Ours + "Accounts.Desk", Ours + "Features.Reading.Sign"),
                (Ours + "Shell.Menu", Ours + "Cli.Verb"),
                (Ours + "Cli.Verb", Ours + "Shell.Menu"),
                (Ours + "Features.Reading.Sign", "Program"),
                (Ours + "Configuration.MailOptions", Ours + "Domain.People.StaffId"),
                (Ours + "Cli.Verb", Ours + "Hosting.WebServer"),
                (Ours + "Unheard.Of", Ours + "Domain.People.StaffId"),
                (Ours + "Features.Reading.Sign", Ours + "Features.Reading.Ledger"),
                (Ours + "Features.Reading.Sign", Ours + "Domain.People.StaffId"),
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

    /// <summary>The outermost type, for a nested or compiler-generated one belongs to whoever holds it.</summary>
    private static string FullName(TypeReference type) => type.DeclaringType is { } outer ? FullName(outer) : type.FullName;

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
