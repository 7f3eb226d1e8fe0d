using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Someone who speaks plain HTTP: keeps cookies, follows no redirect by themselves and sends the forms that pages hold.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    private Visitor(RunningApp app) =>
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = app.Address };

    /// <summary>What the server gave the visitor to remember.</summary>
    internal IReadOnlyList<Cookie> Cookies => cookies.GetAllCookies().ToList();

    internal static Visitor Of(RunningApp app) => new(app);

    /// <summary>Another browser that shows copies of the same cookies.</summary>
    internal static Visitor CopyOf(RunningApp app, Visitor other)
    {
        var copy = new Visitor(app);
        foreach (var cookie in other.Cookies)
        {
            copy.cookies.Add(app.Address, new Cookie(cookie.Name, cookie.Value, "/"));
        }

        return copy;
    }

    /// <summary>Puts another value in the place of a cookie.</summary>
    internal void Forge(RunningApp app, string name, string value) => cookies.Add(app.Address, new Cookie(name, value, "/"));

    /// <summary>The token against forged forms of this visitor's pages.</summary>
    internal async Task<string> TokenAsync(string page = Urls.MyReading) =>
        (await GetAsync(page)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    internal async Task<Answer> SignOutAsync() => await PostAsync(Urls.SignOut, Pairs(("__RequestVerificationToken", await TokenAsync())));

    /// <summary>One of the demonstration's people, signed in by a one-time link.</summary>
    internal static async Task<Visitor> AsAsync(RunningApp app, string fullName) => await AsAsync(app, await app.IdOfAsync(fullName));

    internal static async Task<Visitor> AsAsync(RunningApp app, StaffId person)
    {
        var visitor = new Visitor(app);
        await app.ComeInAsync(person, async link => Assert.True((await visitor.SubmitAsync(link, "link")).Location is Urls.Home or Urls.Password));
        return visitor;
    }

    internal Task<Answer> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    internal async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode,
            Location(response),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers,
            response.Content.Headers
        );
    }

    /// <summary>Sends fields as a form does, and nothing more.</summary>
    internal Task<Answer> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Opens a page and sends the named form that stands on it.</summary>
    internal async Task<Answer> SubmitAsync(string url, string form, params (string Name, string Value)[] fields) =>
        await PostAsync(url, [.. await HiddenFieldsAsync(url, form), .. Pairs(fields)]);

    /// <summary>The file that a form is answered with.</summary>
    internal async Task<byte[]> SendFileAsync(string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(url, UriKind.Relative), content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A file as it is sent.</summary>
    internal async Task<byte[]> DownloadAsync(string url) =>
        await client.GetByteArrayAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Opens a page and sends the named form on it with one file.</summary>
    internal async Task<Answer> UploadAsync(string url, string form, string field, byte[] file, string fileName = "paper.pdf")
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in await HiddenFieldsAsync(url, form))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), field, fileName);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = content });
    }

    internal Task<Answer> SignInAsync(string email, string password, string returnUrl = "") =>
        SubmitAsync(returnUrl.Length == 0 ? Urls.SignIn : Urls.SignInReturningTo(returnUrl), "sign-in", ("Form.Email", email), ("Form.Password", password));

    internal Task<Answer> SignInAsync(string fullName) => SignInAsync(DemoSchool.Email(fullName), DemoSchool.Password);

    /// <summary>What a form carries unseen: its name and the token against forged requests.</summary>
    internal async Task<IReadOnlyList<KeyValuePair<string, string>>> HiddenFieldsAsync(string url, string form)
    {
        var page = await GetAsync(url);
        var found = page
            .Document.QuerySelectorAll<IHtmlFormElement>("form")
            .Single(candidate => candidate.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        return [.. found.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value))];
    }

    internal static IEnumerable<KeyValuePair<string, string>> Pairs(params (string Name, string Value)[] fields) =>
        fields.Select(field => KeyValuePair.Create(field.Name, field.Value));

    public void Dispose() => client.Dispose();

    /// <summary>As a path where it leads to ourselves, so that it reads like an address of <see cref="Urls"/>.</summary>
    private string? Location(HttpResponseMessage response) =>
        response.Headers.Location is not { } location ? null
        : !location.IsAbsoluteUri ? location.ToString()
        : client.BaseAddress!.IsBaseOf(location) ? location.PathAndQuery
        : location.ToString();
}
