using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reading.OnPaper;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading.OnPaper;

/// <summary>One sheet that many signed: one scan, one date, one witness.</summary>
public sealed class RecordSheetTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;
    private Actor daniel = null!;
    private Actor amelia = null!;
    private PolicyId policy;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
        daniel = await school.HireAsync("Daniel Okafor");
        amelia = await school.HireAsync("Amelia Hart");
        policy = await school.PolicyOfAsync(await school.PublishAsync());
        school.Clock.Now += TimeSpan.FromDays(1);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Everyone_on_the_sheet_gets_a_signature_of_their_own_with_the_same_scan()
    {
        Assert.Equal(2, (await RecordAsync(office, Sheet(daniel, amelia))).Value());

        await using var db = await school.DbAsync();
        Assert.Equal(
            new HashSet<StaffId> { daniel.StaffId, amelia.StaffId },
            (await db.Attestations.Where(row => row.IsOnPaper).Select(row => row.StaffId).ToListAsync(Token)).ToHashSet()
        );
        Assert.All(await db.PaperScans.AsNoTracking().ToListAsync(Token), scan => Assert.Equal(CeremonySteps.Scan, scan.Content));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Where_one_line_is_wrong_nobody_is_recorded_and_the_person_is_named()
    {
        await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy));

        var errors = (await RecordAsync(office, Sheet(daniel, amelia, office))).Errors();

        Assert.Equal(
            [
                new ValidationError("People", "Daniel Okafor: Daniel Okafor has signed it already, on 15 September 2026, 10:00 BST. That signature stands."),
                new ValidationError("People", "Ruth Pemberton: Someone else enters your own signature."),
            ],
            errors
        );
        Assert.Equal(1, await school.CountAsync<Attestation>());
    }

    [Fact]
    public async Task Everything_that_is_missing_is_told_in_one_round() =>
        Assert.Equal(
            ["People", "SignedOn", "Witness", "Scan"],
            (await RecordAsync(office, new SheetForm([], policy, null, null, "", []))).Errors().Select(error => error.Key)
        );

    [Fact]
    public async Task Only_those_who_keep_inductions_enter_a_sheet()
    {
        Assert.True((await RecordAsync(daniel, Sheet(amelia))).IsNotFound());
        Assert.Empty(await school.AskAsync((OnPaperQuery query) => query.UnsignedAsync(daniel, policy, Token)));
    }

    [Fact]
    public async Task The_names_to_tick_are_those_who_have_not_signed_without_who_enters_them()
    {
        await school.EnterPaperAsync(office, CeremonySteps.PaperOf(daniel, policy));

        var names = await school.AskAsync((OnPaperQuery query) => query.UnsignedAsync(office, policy, Token));

        Assert.Equal(["Amelia Hart", "Helen Ashdown"], names.Select(person => person.FullName));
    }

    [Fact]
    public async Task A_scan_is_kept_for_its_own_person_over_an_error_and_forgotten_afterwards()
    {
        var id = await school.AskAsync((KeptScans scans) => scans.KeepAsync(office, "sheet.pdf", CeremonySteps.Scan, Token));

        Assert.Equal(("sheet.pdf", CeremonySteps.Scan.Length), await ReadAsync(office, id));
        Assert.Equal(("", 0), await ReadAsync(school.Headteacher, id));
        Assert.Null(await school.AskAsync((KeptScans scans) => scans.KeepAsync(office, "page.html", "<html>"u8.ToArray(), Token)));

        await school.AskAsync(
            async (KeptScans scans) =>
            {
                await scans.ForgetAsync(office, Token);
                return true;
            }
        );
        Assert.Equal(0, await school.CountAsync<KeptScan>());
    }

    private async Task<(string Name, int Length)> ReadAsync(Actor actor, Guid? id)
    {
        var (name, content) = await school.AskAsync((KeptScans scans) => scans.ReadAsync(actor, sent: null, id, Token));
        return (name, content.Length);
    }

    private SheetForm Sheet(params Actor[] people) =>
        new([.. people.Select(person => person.StaffId)], policy, new DateOnly(2026, 9, 14), "Helen Ashdown", "sheet.pdf", CeremonySteps.Scan);

    private Task<Result<int>> RecordAsync(Actor actor, SheetForm sheet) => school.AskAsync((RecordSheet record) => record.ExecuteAsync(actor, sheet, Token));
}
