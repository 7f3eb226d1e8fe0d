using System.Net.Http.Headers;
using System.Text;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security.WaysIn;

/// <summary>What someone who is not signed in may send is never a fault of ours, however it is broken.</summary>
public sealed class AnonymousFaultTests(SharedSchool school)
{
    private static readonly string[] Pages =
    [
        Urls.SignIn,
        Urls.SignInByMail,
        Urls.SignInLink("nothing"),
        Urls.Kiosk,
        Urls.Visit,
        Urls.Check(),
        Urls.PasskeyToShow,
        Urls.SignOut,
        Urls.SetUp,
        Urls.Fault,
        "/not-found",
    ];

    /// <summary>Media type and body; "@" stands for the token of the page and the name of its form.</summary>
    public static TheoryData<string, string> Broken =>
        new()
        {
            { "application/x-www-form-urlencoded", "" },
            { "application/x-www-form-urlencoded", "%" },
            { "application/x-www-form-urlencoded", "@&%zz=%zz&%00=%00" },
            { "application/x-www-form-urlencoded", "@&Form.Person=x&Form.Person=y&Form.Email[0]=1" },
            { "application/x-www-form-urlencoded", "@&" + string.Join('&', Enumerable.Range(0, 1_500).Select(number => $"f{number}=1")) },
            { "application/x-www-form-urlencoded", "@&" + new string('k', 5_000) + "=1" },
            { "application/x-www-form-urlencoded", "@&Form.Password=" + new string('x', 5_000_000) },
            { "application/x-www-form-urlencoded; charset=no-such", "@&Form.Email=a" },
            { "multipart/form-data", "no boundary" },
            { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"x" },
            { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: nonsense\r\n\r\n1\r\n--b--" },
            { "multipart/form-data; boundary=" + "b".PadRight(300, 'b'), "--b" },
            { "text/plain", "Form.Email=a" },
            { "application/json", "{" },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_form_is_refused_and_not_a_fault(string type, string body)
    {
        var app = await school.AppAsync();
        using var visitor = Visitor.Of(app);
        var signIn = await visitor.HiddenFieldsAsync(Urls.SignIn, "sign-in");
        var ours = string.Join('&', signIn.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        foreach (var page in Pages)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Replace("@", ours, StringComparison.Ordinal)));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, page) { Content = content });

            Assert.True((int)answer.Status < 500, $"{page}: {(int)answer.Status}");
            Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData(
        "{\"id\":\"x\",\"rawId\":\"!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"
    )]
    public async Task A_broken_passkey_is_refused_and_not_a_fault(string credential)
    {
        using var visitor = Visitor.Of(await school.AppAsync());
        var fields = await visitor.HiddenFieldsAsync(Urls.SignIn, "passkey");
        await visitor.PostAsync(Urls.PasskeyToShow, fields.Where(field => field.Key == "__RequestVerificationToken"));

        var answer = await visitor.PostAsync(Urls.SignIn, [.. fields.Where(field => field.Key != "Credential"), .. Visitor.Pairs(("Credential", credential))]);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.Status);
    }
}
