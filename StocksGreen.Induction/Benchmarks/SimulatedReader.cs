using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>One invented person with a browser: comes in by a one-time link, confirms each part and signs, by the forms that the pages hold.</summary>
internal sealed partial class SimulatedReader(PolicyVersion version, SimulatedReaders.Member member, Uri server) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = server };

    internal string Name => member.FullName;

    internal int Parts => version.Parts.Count;

    /// <summary>How a request is timed, and counted where it fails: its kind, and the request itself.</summary>
    internal delegate Task<HttpResponseMessage> Watch(string kind, Func<Task<HttpResponseMessage>> request);

    public void Dispose() => http.Dispose();

    internal async Task ComeInAsync(Watch watch, CancellationToken cancellationToken)
    {
        var link = Urls.SignInLink(member.Secret);
        var form = Form(await GetAsync(link, "link page", watch, cancellationToken)) ?? throw new InvalidOperationException("The link has no form.");
        await PostAsync(link, form, "link", watch, cancellationToken);
        await GetAsync(Urls.MyReading, "list", watch, cancellationToken);
    }

    /// <summary>Confirms a part unless it is confirmed already, as after an answer that was lost.</summary>
    internal async Task ConfirmAsync(int ordinal, Watch watch, CancellationToken cancellationToken)
    {
        var url = Urls.Part(version.Id, ordinal);
        if (Form(await GetAsync(url, "part", watch, cancellationToken)) is { } form && form.GetValueOrDefault("_handler") == "confirm")
        {
            await PostAsync(url, form, "confirm", watch, cancellationToken);
        }
    }

    internal async Task SignAsync(Watch watch, CancellationToken cancellationToken)
    {
        var url = Urls.Sign(version.Id);
        if (Form(await GetAsync(url, "sign page", watch, cancellationToken)) is { } form && form.GetValueOrDefault("_handler") == "sign")
        {
            form["Form.AffirmsRead"] = form["Form.AffirmsUnderstood"] = "true";
            form["Form.Declaration"] = nameof(DeclarationOutcome.NothingToDeclare);
            form["Form.TypedName"] = member.FullName;
            await PostAsync(url, form, "sign", watch, cancellationToken);
        }

        await GetAsync(Urls.Signed(version.Id), "signed page", watch, cancellationToken);
    }

    private async Task<string> GetAsync(string url, string kind, Watch watch, CancellationToken cancellationToken)
    {
        using var answer = await watch(kind, () => http.GetAsync(new Uri(url, UriKind.Relative), cancellationToken));
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found
            ? await answer.Content.ReadAsStringAsync(cancellationToken)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{kind} of {Name} was answered with {(int)answer.StatusCode}."));
    }

    private async Task PostAsync(string url, Dictionary<string, string> form, string kind, Watch watch, CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await watch(kind, () => http.PostAsync(new Uri(url, UriKind.Relative), content, cancellationToken));
        if (answer.StatusCode is not HttpStatusCode.Found)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{kind} of {Name} was answered with {(int)answer.StatusCode}."));
        }
    }

    /// <summary>The hidden fields of the last form of a page, which is the page's own; null where it has none.</summary>
    internal static Dictionary<string, string>? Form(string page)
    {
        var from = page.LastIndexOf("<form", StringComparison.Ordinal);
        if (from < 0)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in HiddenInput().Matches(page[from..]))
        {
            fields[input.Groups["name"].Value] = WebUtility.HtmlDecode(input.Groups["value"].Value);
        }

        return fields;
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenInput();
}
