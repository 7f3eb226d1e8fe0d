using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Where the links of reminders lead: through sign-in to the part that comes next, and nowhere by themselves.</summary>
public sealed class ReminderLinkTests(SharedSchool school)
{
    [Fact]
    public async Task A_link_leads_through_sign_in_also_after_a_wrong_password_to_the_part_that_comes_next()
    {
        var app = await school.AppAsync();
        var version = (await app.VersionAsync()).Id;
        var person = await app.AddPersonAsync("Nadia Follows", password: "three random words");
        using var visitor = Visitor.Of(app);

        var asked = await visitor.GetAsync(Urls.GoOnReading(version));
        Assert.Equal(Urls.SignInReturningTo(Urls.GoOnReading(version)), asked.Location);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await visitor.SubmitAsync(asked.Location!, "sign-in", ("Form.Email", await app.EmailOfAsync(person)), ("Form.Password", "wrong"))).Status
        );
        var signedIn = await visitor.SubmitAsync(
            asked.Location!,
            "sign-in",
            ("Form.Email", await app.EmailOfAsync(person)),
            ("Form.Password", "three random words")
        );
        Assert.Equal(Urls.GoOnReading(version), signedIn.Location);

        Assert.Equal(Urls.Part(version, 0), (await visitor.GetAsync(signedIn.Location!)).Location);
        await visitor.SubmitAsync(Urls.Part(version, 0), "confirm");
        Assert.Equal(Urls.Part(version, 1), (await visitor.GetAsync(Urls.GoOnReading(version))).Location);
    }

    [Fact]
    public async Task A_mail_scanner_that_opens_every_link_is_asked_to_sign_in_and_looking_ahead_as_the_person_records_nothing()
    {
        var app = await school.AppAsync();
        var version = (await app.VersionAsync()).Id;
        using var scanner = Visitor.Of(app);
        Assert.All(
            [(await scanner.GetAsync(Urls.GoOnReading(version))).Location, (await scanner.GetAsync(Urls.MyReading)).Location],
            location => Assert.StartsWith(Urls.SignIn, location!, StringComparison.Ordinal)
        );

        var person = await app.AddPersonAsync("Nigel Looks");
        using var visitor = await Visitor.AsAsync(app, person);
        await visitor.GetAsync(Urls.GoOnReading(version));

        Assert.Equal(
            0,
            await app.AskAsync(async services =>
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
                return await db.PartReadings.CountAsync(reading => reading.StaffId == person)
                    + await db.Confirmations.CountAsync(confirmation => confirmation.StaffId == person);
            })
        );
    }

    [Fact]
    public async Task Anyone_who_has_signed_is_led_to_their_signature_and_anyone_who_is_asked_for_nothing_to_their_own_list()
    {
        var app = await school.AppAsync();
        var version = (await app.VersionAsync()).Id;
        using var signer = await Visitor.AsAsync(app, "Grace Adeyemi");
        Assert.Equal(Urls.Signed(version), (await signer.GetAsync(Urls.GoOnReading(version))).Location);

        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);
        Assert.Equal(Urls.MyReading, (await teacher.GetAsync(Urls.GoOnReading(VersionId.New()))).Location);
    }
}
