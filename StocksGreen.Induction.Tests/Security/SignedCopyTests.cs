using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>A signed copy is given by a button; looking at its address shows it and proves nothing.</summary>
public sealed class SignedCopyTests(SharedSchool school)
{
    private const string Owner = "Rukhsana Aziz";

    [Fact]
    public async Task Only_the_button_records_that_the_signer_was_given_the_copy_and_only_once()
    {
        var app = await school.AppAsync();
        var person = await app.AddPersonAsync(Owner);
        using var owner = await Visitor.AsAsync(app, person);
        await app.ConfirmEverythingAsync(person);
        var version = (await app.VersionAsync()).Id;
        var signed = await owner.SubmitAsync(
            Urls.Sign(version),
            "sign",
            ("Form.AffirmsRead", "true"),
            ("Form.AffirmsUnderstood", "true"),
            ("Form.Declaration", "NothingToDeclare"),
            ("Form.TypedName", Owner)
        );
        Assert.Equal(Urls.Signed(version), signed.Location);
        var id = Assert.Single(await app.SignaturesOfAsync(person)).Id;
        var copy = Urls.SignedCopy(id);
        var page = await owner.GetAsync(Urls.Signed(version));
        var token = page.Document.QuerySelector($"form[action='{copy}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(copy)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await owner.SendAsync(new HttpRequestMessage(HttpMethod.Head, copy))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.PostAsync(copy, [])).Status);
        Assert.Empty(await GivenAsync(app, id));

        using var other = await Visitor.AsAsync(app, DemoStaffList.Teacher);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(other, copy)).Status);
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(office, copy)).Status);
        Assert.Empty(await GivenAsync(app, id));

        var given = await owner.SendFileAsync(copy, [KeyValuePair.Create("__RequestVerificationToken", token)]);
        Assert.Equal(Sha256Hex.Compute(given), Assert.Single(await GivenAsync(app, id)).FileHash);
        await owner.SendFileAsync(copy, [KeyValuePair.Create("__RequestVerificationToken", token)]);
        Assert.Single(await GivenAsync(app, id));
    }

    [Fact]
    public async Task My_reading_gives_a_copy_by_the_same_button()
    {
        using var owner = await Visitor.AsAsync(await school.AppAsync(), "Grace Adeyemi");

        var page = await owner.GetAsync(Urls.MyReading);

        Assert.Equal(
            "Signed copy of Social Media Policy (PDF)",
            Assert.Single(page.Document.QuerySelectorAll("form[action^='/signed-copies/'] button")).ShownWords()
        );
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string copy)
    {
        var token = (await visitor.GetAsync(Urls.MyReading)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync(copy, [KeyValuePair.Create("__RequestVerificationToken", token)]);
    }

    private static Task<List<CopyGiven>> GivenAsync(RunningApp app, AttestationId id) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.CopiesGiven.AsNoTracking().Where(row => row.AttestationId == id).ToListAsync();
        });
}
