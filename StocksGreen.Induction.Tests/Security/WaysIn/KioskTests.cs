using System.Net;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security.WaysIn;

/// <summary>The school's own device, on which one person comes after the other.</summary>
public sealed class KioskTests(SharedSchool school)
{
    [Fact]
    public async Task Nobody_has_powers_there_changes_keys_or_leaves_a_session_to_the_next()
    {
        var app = await school.AppAsync();
        var worker = await app.AddPersonAsync("Orla Station");
        using var device = await Visitor.AsAsync(app, await app.AddOfficeWorkerAsync("Otis Opener"));
        await device.PostAsync(Urls.KioskOpen, Visitor.Pairs(("__RequestVerificationToken", await device.TokenAsync(Urls.MyReading))));
        var code = await app.OfficeCodeForAsync(worker);
        await app.SetRolesAsync(worker, AccessRoles.Staff | AccessRoles.Office);
        var signedIn = await device.SubmitAsync(Urls.Kiosk, "kiosk", ("Form.Person", worker.ToString()!), ("Form.Code", code));
        Assert.Equal(Urls.MyReading, signedIn.Location);

        foreach (var url in new[] { Urls.Password, Urls.Passkeys, Urls.SecondStep, Urls.SecondStepApp, Urls.SecondStepCodes, Urls.Today, Urls.People })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await device.GetAsync(url)).Status);
        }

        // Whoever comes next opens the list of names, and the one before is signed out.
        Assert.Equal(Urls.KioskEnd, (await device.GetAsync(Urls.Kiosk)).Location);
        Assert.Equal(Urls.Kiosk, (await device.GetAsync(Urls.KioskEnd)).Location);
        Assert.Equal("Read and sign here", (await device.GetAsync(Urls.Kiosk)).Title);
        Assert.Equal(HttpStatusCode.Redirect, (await device.GetAsync(Urls.MyReading)).Status);
    }

    [Fact]
    public async Task Wrong_codes_for_a_colleague_void_nothing()
    {
        var app = await school.AppAsync();
        var person = await app.AddPersonAsync("Cora Colleague");
        using var device = await OpenedAsync(app, "Odette Opener");
        using var other = await OpenedAsync(app, "Olaf Opener");
        var code = await app.OfficeCodeForAsync(person);
        for (var tries = 0; tries < 8; tries++)
        {
            var refused = await device.SubmitAsync(Urls.Kiosk, "kiosk", ("Form.Person", person.ToString()!), ("Form.Code", "x"));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        }

        Assert.Equal(Urls.MyReading, (await other.SubmitAsync(Urls.Kiosk, "kiosk", ("Form.Person", person.ToString()!), ("Form.Code", code))).Location);
    }

    private static async Task<Visitor> OpenedAsync(RunningApp app, string opener)
    {
        var device = await Visitor.AsAsync(app, await app.AddOfficeWorkerAsync(opener));
        await device.PostAsync(Urls.KioskOpen, Visitor.Pairs(("__RequestVerificationToken", await device.TokenAsync(Urls.MyReading))));
        return device;
    }
}
