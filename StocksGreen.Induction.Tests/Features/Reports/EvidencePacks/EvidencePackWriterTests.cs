using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports.EvidencePacks;

/// <summary>The pack for an inspection: what is in it, who may have it, and what is left when it breaks off.</summary>
public sealed class EvidencePackWriterTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = DateOnly.FromDateTime(TestSchool.Monday.Date);
    private TestSchool school = null!;
    private Actor amelia = null!;
    private Actor zoe = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        zoe = await school.HireAsync("../Zoë \"Zo\" O’Brien-Wójcik: <b>");
        version = await school.PublishAsync();
        await school.SignAsync(amelia, version);
        await school.SignAsync(zoe, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_pack_of_the_whole_school_holds_every_copy_text_list_and_the_register()
    {
        var files = Unpack(await PackAsync(new EvidencePackSelection(Monday)));

        var hash = Sha256Hex.Compute(PolicyMarkdown.Whole(SmallPolicy.Text));
        Assert.Equal(
            [
                "index.html",
                "how-to-check.txt",
                "signatures.csv",
                "school-seal.pem",
                "matrix.pdf",
                "register.pdf",
                "register.xlsx",
                "gaps.csv",
                "governors-report.pdf",
                $"policies/Visitors Policy version 1 {hash[..8]}.md",
                $"policies/Visitors Policy version 1 {hash[..8]}.pdf",
                $"policies/Visitors Policy version 1 {hash[..8]} original.txt",
                "induction-records/Zoë Zo O’Brien-Wójcik b.pdf",
                "induction-records/Helen Ashdown.pdf",
                "induction-records/Amelia Hart.pdf",
                "talks.csv",
                "signed-copies/Visitors Policy/Zoë Zo O’Brien-Wójcik b 11.pdf",
                "signed-copies/Visitors Policy/Amelia Hart 7.pdf",
                "SHA256SUMS.txt",
                "SHA256SUMS.txt.p7s",
            ],
            files.Keys
        );
        Assert.Equal(SmallPolicy.Document, files.Single(file => file.Key.EndsWith(" original.txt", StringComparison.Ordinal)).Value);
        Assert.Contains(Sha256Hex.Compute(SmallPolicy.Document), Encoding.UTF8.GetString(files["index.html"]), StringComparison.Ordinal);
        Assert.Equal(hash, Sha256Hex.Compute(files.Single(file => file.Key.EndsWith(".md", StringComparison.Ordinal)).Value));
        Assert.All(
            files.Where(file => file.Key.EndsWith(".pdf", StringComparison.Ordinal)),
            file => Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(file.Value))
        );
    }

    /// <summary>By the steps of how-to-check.txt, with what lies in the pack and nothing else.</summary>
    [PdfToolsFact]
    public async Task An_entry_can_be_checked_from_the_pack_alone_also_when_the_school_has_another_key_by_then()
    {
        await school.ReplaceKeyAsync();
        var files = Unpack(await PackAsync(new EvidencePackSelection(Monday)));
        var copy = files.Single(file => file.Key.EndsWith("Amelia Hart 7.pdf", StringComparison.Ordinal)).Value;
        var words = string.Concat((await PdfTools.RunAsync(copy, "pdftotext", after: ["-"])).Output.Split((char[]?)null));
        var id = Found(words, "Certificate(?<found>[0-9a-f-]{36})");
        var time = $"{Found(words, "(?<found>[0-9]{4}-[0-9]{2}-[0-9]{2})[0-9:]{8}\\.[0-9]{3}UTC")}T{Found(words, "(?<found>[0-9:]{8}\\.[0-9]{3})UTC")}Z";
        var (signedWith, signature) = (
            Found(words, "theschool’skey(?<found>[0-9a-f]{16});"),
            Found(words, "theschool’skey[0-9a-f]{16};(?<found>[A-Za-z0-9+/=]{96})")
        );

        var entry =
            $"stocksgreen-evidence/1\n7\nPolicySigned\n{time}\n{id}\n{Found(words, "Contentoftheentry,SHA-256(?<found>[0-9a-f]{64})")}\n"
            + $"{Found(words, "Previousentryhash(?<found>[0-9a-f]{64})")}";

        Assert.Equal(Found(words, "Entryhash(?<found>[0-9a-f]{64})"), Sha256Hex.Compute(entry));
        var pem = Encoding.ASCII.GetString(files["school-seal.pem"]);
        Assert.Equal(2, Regex.Count(pem, "^Key [0-9a-f]{16}$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)));
        Assert.StartsWith($"Key {school.Get<SigningKeyStore>().Current()!.Id}\n", pem, StringComparison.Ordinal);
        using var certificate = X509Certificate2.CreateFromPem(pem.AsSpan(pem.IndexOf($"Key {signedWith}", StringComparison.Ordinal)));
        using var key = certificate.GetECDsaPublicKey()!;
        Assert.True(
            key.VerifyData(Encoding.UTF8.GetBytes(entry), Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );
    }

    /// <summary>By the step of how-to-check.txt: the list of hashes is the school's own, also when its key is another by then.</summary>
    [PdfToolsFact]
    public async Task The_list_of_hashes_is_signed_so_that_openssl_can_tell()
    {
        await school.ReplaceKeyAsync();
        var files = Unpack(await PackAsync(new EvidencePackSelection(Monday)));
        var folder = Directory.CreateTempSubdirectory("stocksgreen-pack-");
        try
        {
            foreach (var name in new[] { "SHA256SUMS.txt", "SHA256SUMS.txt.p7s", "school-seal.pem" })
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), files[name], TestContext.Current.CancellationToken);
            }

            Assert.Equal((0, true), await CheckAsync());
            await File.AppendAllTextAsync(
                Path.Combine(folder.FullName, "SHA256SUMS.txt"),
                $"{new string('0', 64)}  another.pdf\n",
                TestContext.Current.CancellationToken
            );
            Assert.Equal((4, false), await CheckAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task<(int ExitCode, bool IsGood)> CheckAsync()
        {
            var start = new ProcessStartInfo(
                "openssl",
                "cms -verify -binary -inform DER -in SHA256SUMS.txt.p7s -content SHA256SUMS.txt -CAfile school-seal.pem -partial_chain "
                    + "-no_check_time -purpose any -out checked.txt"
            )
            {
                WorkingDirectory = folder.FullName,
                UseShellExecute = false,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, said.Contains("erification successful", StringComparison.Ordinal));
        }
    }

    private static string Found(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["found"].Value;

    [Fact]
    public async Task Every_file_but_the_list_itself_is_in_the_list_of_hashes()
    {
        var files = Unpack(await PackAsync(new EvidencePackSelection(Monday)));

        var sums = Encoding.UTF8.GetString(files["SHA256SUMS.txt"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            files
                .Where(file => !file.Key.StartsWith("SHA256SUMS.txt", StringComparison.Ordinal))
                .Select(file => $"{Sha256Hex.Compute(file.Value)}  {file.Key}"),
            sums
        );
    }

    [Fact]
    public async Task The_page_in_a_pack_leads_to_its_files_and_a_name_is_never_markup()
    {
        var files = Unpack(await PackAsync(new EvidencePackSelection(Monday)));
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(
            Encoding.UTF8.GetString(files["index.html"]),
            TestContext.Current.CancellationToken
        );

        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        var links = page.QuerySelectorAll("a").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!)).ToList();
        Assert.Equal(
            files.Keys.Where(name => name != "index.html").Order(StringComparer.Ordinal),
            links.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_pack_about_one_person_names_nobody_else()
    {
        var files = Unpack(await PackAsync(new EvidencePackSelection(Monday) { People = [amelia.StaffId] }));

        Assert.Single(files.Keys, name => name.StartsWith("signed-copies/", StringComparison.Ordinal));
        Assert.Single(files.Keys, name => name.StartsWith("induction-records/", StringComparison.Ordinal));
        Assert.Empty(files.Keys.Intersect(["matrix.pdf", "gaps.csv", "register.pdf", "register.xlsx", "governors-report.pdf"]));
        Assert.All(
            files.Where(file => !file.Key.EndsWith(".pdf", StringComparison.Ordinal)),
            file => Assert.DoesNotContain("Zoë", Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Any_selection_narrows_the_pack_and_is_said_in_words()
    {
        var governor = await school.HireAsync("Gwen Governor", Audience.Governor, roles: AccessRoles.Staff | AccessRoles.Governor);
        await school.SignAsync(governor, version);
        var other = await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });
        await school.SignAsync(amelia, other);
        var (visitors, another) = (await school.PolicyOfAsync(version), await school.PolicyOfAsync(other));

        await IsAsync(4, "Everybody, all policies", new EvidencePackSelection(Monday));
        await IsAsync(3, "Amelia Hart, Gwen Governor, all policies", new EvidencePackSelection(Monday) { People = [governor.StaffId, amelia.StaffId] });
        await IsAsync(1, "Governors, all policies", new EvidencePackSelection(Monday) { Groups = [Audience.Governor] });
        await IsAsync(4, "Everybody, Another Policy, Visitors Policy", new EvidencePackSelection(Monday) { Policies = [visitors, another] });
        await IsAsync(
            1,
            "Amelia Hart, Gwen Governor (Employees), Visitors Policy",
            new EvidencePackSelection(Monday)
            {
                People = [governor.StaffId, amelia.StaffId],
                Groups = [Audience.Employee],
                Policies = [visitors],
            }
        );
        await IsAsync(0, "Everybody, all policies", new EvidencePackSelection(Monday) { People = [StaffId.New()] });
        Assert.All(
            new EvidencePackSelection[]
            {
                new(Monday) { From = Monday },
                new(Monday) { People = [amelia.StaffId] },
                new(Monday) { Groups = [Audience.Employee] },
                new(Monday) { Policies = [visitors] },
            },
            selection => Assert.False(selection.IsOfTheWholeSchool)
        );

        async Task IsAsync(int copies, string words, EvidencePackSelection selection)
        {
            var plan = await PlanAsync(selection);
            Assert.Equal((copies, $"{words}, as at 14 September 2026"), (plan.Copies, plan.SelectionInWords));
        }
    }

    [Fact]
    public void What_a_form_sends_is_a_selection_a_sentence_or_nothing_of_ours()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var read = Form(
            ("asAt", "2026-09-10"),
            ("from", "2026-09-01"),
            ("person", $"{one}"),
            ("person", $"{two}"),
            ("person", $"{one}"),
            ("group", "Governor"),
            ("policy", "")
        )!.Value;
        Assert.Equal((new DateOnly(2026, 9, 10), new DateOnly(2026, 9, 1)), (read.Selection!.AsAt, read.Selection.From));
        Assert.Equal([one, two], read.Selection.People.Select(id => id.Value));
        Assert.Equal((0, Audience.Governor), (read.Selection.Policies.Count, Assert.Single(read.Selection.Groups)));

        Assert.Equal(["From"], Form(("asAt", "2026-09-01"), ("from", "2026-09-02"))!.Value.Errors.Select(error => error.Key));
        Assert.Equal(["From", "Pack.AsAt"], Form(("asAt", "2999-01-01"), ("from", "31.12."))!.Value.Errors.Select(error => error.Key));
        Assert.Equal(Monday, Form()!.Value.Selection!.AsAt);
        Assert.Null(Form(("person", "x")));
        Assert.Null(Form(("group", "99")));

        static (EvidencePackSelection? Selection, IReadOnlyList<Induction.Domain.Text.ValidationError> Errors)? Form(
            params (string Name, string Value)[] fields
        ) => EvidencePackForm.Parse(name => fields.Where(field => field.Name == name).Select(field => field.Value).ToArray(), Monday);
    }

    [Fact]
    public void Hundreds_of_people_do_not_make_an_address_that_no_browser_takes()
    {
        var people = Enumerable.Range(0, 500).Select(_ => Guid.NewGuid().ToString()).ToArray();

        Assert.Equal(
            "?asAt=2026-09-14&group=Governor",
            EvidencePackForm.Query(name =>
                name switch
                {
                    "asAt" => "2026-09-14",
                    "group" => "Governor",
                    "person" => people,
                    _ => default,
                }
            )
        );
        Assert.Equal($"?person={people[0]}&person={people[1]}", EvidencePackForm.Query(name => name is "person" ? people[..2] : default));
    }

    [Fact]
    public async Task Only_what_was_signed_by_the_day_and_since_the_day_is_in_it()
    {
        school.Clock.Now = TestSchool.Monday.AddDays(2);
        var later = await school.HireAsync("Later Person");
        await school.SignAsync(later, version);

        Assert.Equal(2, (await PlanAsync(new EvidencePackSelection(Monday))).Copies);
        Assert.Equal(3, (await PlanAsync(new EvidencePackSelection(Monday.AddDays(2)))).Copies);
        Assert.Equal(1, (await PlanAsync(new EvidencePackSelection(Monday.AddDays(2)) { From = Monday.AddDays(1) })).Copies);
        Assert.Equal(0, (await PlanAsync(new EvidencePackSelection(Monday.AddDays(-1)))).Copies);
        Assert.Equal(0, (await PlanAsync(new EvidencePackSelection(Monday) { Policies = [PolicyId.New()] })).Copies);
    }

    public static TheoryData<AccessRoles> EveryMixOfRoles => [.. Enumerable.Range(0, 32).Select(roles => (AccessRoles)roles)];

    /// <summary>
    /// It holds the register and everyone's signed copies. Who may not have it is told so by an address that leads nowhere, and never by half a file.
    /// </summary>
    [Theory]
    [MemberData(nameof(EveryMixOfRoles))]
    public async Task Page_plan_and_file_agree_on_who_may_have_a_pack(AccessRoles roles)
    {
        var actor = await school.HireAsync("Robin Roles", roles: roles);
        var mayHave = roles.HasFlag(AccessRoles.Headteacher) || roles.HasFlag(AccessRoles.Office | AccessRoles.DesignatedSafeguardingLead);

        var choices = await school.AskAsync((EvidencePackChoicesQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken));
        var plan = await school.AskAsync(
            (EvidencePackPlanQuery plan) => plan.ExecuteAsync(actor, new EvidencePackSelection(Monday), TestContext.Current.CancellationToken)
        );

        Assert.Equal((mayHave, mayHave), (choices is not null, plan is not null));
        if (plan is not null)
        {
            using var stream = new MemoryStream();
            Assert.True(
                await school.AskAsync(
                    async (EvidencePackWriter pack) =>
                    {
                        await pack.ExecuteAsync(actor, plan, stream, _ => { }, TestContext.Current.CancellationToken);
                        return true;
                    }
                )
            );
            Assert.Equal(plan.Files, Unpack(stream.ToArray()).Count);
        }
    }

    [Fact]
    public async Task Asked_again_a_pack_differs_in_nothing_but_the_seals()
    {
        var selection = new EvidencePackSelection(Monday);
        var (first, second) = (Unpack(await PackAsync(selection)), Unpack(await PackAsync(selection)));

        Assert.Equal(first.Keys, second.Keys);
        foreach (var (name, content) in first.Where(file => !file.Key.StartsWith("SHA256SUMS.txt", StringComparison.Ordinal)))
        {
            var other = second[name];
            var seal = name.EndsWith(".pdf", StringComparison.Ordinal) ? content.AsSpan().LastIndexOf("/ByteRange"u8) : content.Length;
            Assert.Equal(content[..seal], other[..seal]);
        }
    }

    [Fact]
    public async Task A_pack_says_how_far_it_is_after_each_file()
    {
        var told = new List<EvidencePackProgress>();
        var plan = await PlanAsync(new EvidencePackSelection(Monday));

        await WriteAsync(plan, Stream.Null, told.Add);

        Assert.Equal(Enumerable.Range(0, plan.Files + 1), told.Select(progress => progress.Done));
        Assert.True(told[^1].IsComplete);
    }

    /// <summary>A cut connection or a full disk: what is there has no table of contents, so no program opens it as whole.</summary>
    [Fact]
    public async Task A_pack_that_breaks_off_cannot_be_taken_for_a_whole_one()
    {
        var plan = await PlanAsync(new EvidencePackSelection(Monday));
        var whole = await PackAsync(plan.Selection);

        foreach (var room in new[] { 0, 1000, whole.Length / 2, whole.Length - 600 })
        {
            using var disk = new SmallDisk(room);
            await Assert.ThrowsAsync<IOException>(() => WriteAsync(plan, disk, _ => { }));
            Assert.Equal(-1, disk.ToArray().AsSpan().IndexOf("PK\u0005\u0006"u8));
        }
    }

    [Fact]
    public async Task A_fault_in_the_middle_leaves_no_table_of_contents_either()
    {
        var plan = await PlanAsync(new EvidencePackSelection(Monday));
        await school.SqlAsync("DROP TRIGGER Evidence_never_change; UPDATE Evidence SET Payload = '{' WHERE Number = (SELECT MAX(Number) FROM Evidence)");
        using var stream = new MemoryStream();

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => WriteAsync(plan, stream, _ => { }));

        Assert.Equal(-1, stream.ToArray().AsSpan().IndexOf("PK\u0005\u0006"u8));
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(stream.ToArray())));
    }

    [Theory]
    [InlineData("Amelia Hart", "Amelia Hart")]
    [InlineData("../../etc/passwd", "etc passwd")]
    [InlineData("C:\\Windows\\con", "C Windows con")]
    [InlineData("con", "con file")]
    [InlineData("COM1", "COM1 file")]
    [InlineData("…", "unnamed")]
    [InlineData("", "unnamed")]
    [InlineData("Nguyễn Thị 山田", "Nguyễn Thị 山田")]
    [InlineData("a\u0000b\nc", "a b c")]
    public void A_name_of_a_file_leads_nowhere_else(string name, string safe) => Assert.Equal(safe, EvidencePackFileNames.Safe(name));

    private static Dictionary<string, byte[]> Unpack(byte[] pack)
    {
        using var archive = new ZipArchive(new MemoryStream(pack));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                Assert.Equal(new DateTime(2026, 9, 14), entry.LastWriteTime.DateTime);
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                return content.ToArray();
            },
            StringComparer.Ordinal
        );
    }

    private async Task<EvidencePackPlan> PlanAsync(EvidencePackSelection selection) =>
        (await school.AskAsync((EvidencePackPlanQuery plan) => plan.ExecuteAsync(school.Headteacher, selection, TestContext.Current.CancellationToken)))!;

    private Task<bool> WriteAsync(EvidencePackPlan plan, Stream stream, Action<EvidencePackProgress> report) =>
        school.AskAsync(
            async (EvidencePackWriter pack) =>
            {
                await pack.ExecuteAsync(school.Headteacher, plan, stream, report, TestContext.Current.CancellationToken);
                return true;
            }
        );

    private async Task<byte[]> PackAsync(EvidencePackSelection selection)
    {
        using var stream = new MemoryStream();
        await WriteAsync(await PlanAsync(selection), stream, _ => { });
        return stream.ToArray();
    }

    /// <summary>A disk that is full after so many bytes.</summary>
    private sealed class SmallDisk(int room) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > room)
            {
                throw new IOException("No space left on device");
            }

            base.Write(buffer, offset, count);
        }
    }
}
