using System.Text.Json.Nodes;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Cli;

public sealed class PolicyCommandTests : IDisposable
{
    private readonly DataFolder folder = TestSchool.NewFolder();

    public void Dispose() => TestSchool.Delete(folder);

    [Fact]
    public async Task Inspecting_the_schools_policy_prints_what_an_import_makes_of_it_and_nothing_else()
    {
        await File.WriteAllBytesAsync(At("policy.txt"), Sample(), TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync(folder.FolderPath, null, "policy", "inspect", At("policy.txt"));

        Assert.Equal(
            (0, PolicyInspection.ToJson(SamplePolicy.Read(), OriginalFile.From(Sample(), "policy.txt")) + "\n", ""),
            (run.ExitCode, run.Output, run.Error)
        );
        var json = JsonNode.Parse(run.Output)!.AsObject();
        Assert.Equal(
            [
                "title",
                "school",
                "keyDetails",
                "preamble",
                "sections",
                "linkedPolicies",
                "basedOn",
                "nextReview",
                "warnings",
                "links",
                "notes",
                "leftOut",
                "coverage",
                "original",
            ],
            json.Select(field => field.Key)
        );
        Assert.Equal(["number", "title", "level", "blocks"], json["sections"]![0]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task A_name_without_a_folder_is_of_the_folder_in_which_the_caller_stands()
    {
        Directory.CreateDirectory(At("policies"));
        await File.WriteAllTextAsync(
            At("policies/visitors.txt"),
            "Visitors Policy\n\n1. Arriving\n\nSign in at the office.\n",
            TestContext.Current.CancellationToken
        );

        var here = await CommandRun.OfAsync(folder.FolderPath, null, "policy", "inspect", "policies/visitors.txt");

        Assert.Equal((0, "Visitors Policy"), (here.ExitCode, (string?)JsonNode.Parse(here.Output)!["title"]));
        (await InspectAsync("visitors.txt")).AssertRefused("There is no file visitors.txt.");
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_in_a_sentence()
    {
        await using (var large = File.Create(At("large.txt")))
        {
            large.SetLength(40 * 1024 * 1024);
        }

        await File.WriteAllBytesAsync(At("picture.txt"), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(At("noise.txt"), [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7 % 251))], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(At("empty.txt"), [], TestContext.Current.CancellationToken);

        (await InspectAsync("missing.txt")).AssertRefused("There is no file missing.txt.");
        (await InspectAsync("missing/policy.txt")).AssertRefused("There is no file missing/policy.txt.");
        (await InspectAsync(".")).AssertRefused(". is a folder. Name one document.");
        (await InspectAsync("./large.txt")).AssertRefused("./large.txt has 40 MB. A policy document has at most 20 MB.");
        (await InspectAsync("./picture.txt")).AssertRefused(
            "This looks like a picture. A policy must be text: ask the person who made it for the original document."
        );
        foreach (var name in new[] { "noise.txt", "empty.txt" })
        {
            var run = await InspectAsync($"./{name}");
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.EndsWith(".", run.Error.TrimEnd(), StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Inspecting_nothing_or_two_things_could_not_be_asked()
    {
        (await RunAsync("policy")).AssertRefused("Required command was not provided. Ask for --help.");
        (await RunAsync("policy", "inspect")).AssertRefused("Required argument missing for command: 'inspect'. Ask for --help.");
        (await RunAsync("policy", "inspect", "one.txt", "two.txt")).AssertRefused("“two.txt” means nothing here. Ask for --help.");
    }

    private static byte[] Sample()
    {
        using var stream = typeof(SamplePolicy).Assembly.GetManifestResourceStream("Samples/" + SamplePolicy.FileName)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private string At(string name) => Path.Combine(folder.FolderPath, name);

    private Task<CommandRun> InspectAsync(string name) => RunAsync("policy", "inspect", name);

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.HereAsync(folder.FolderPath, arguments);
}
