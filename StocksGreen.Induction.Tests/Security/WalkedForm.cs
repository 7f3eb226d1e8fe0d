using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>A form as a page showed it to someone who may send it.</summary>
/// <param name="Page">Address of the page that it was on.</param>
/// <param name="Prose">Names of its fields of several lines.</param>
/// <param name="Typed">Names of its fields in which something is typed, a day among them.</param>
/// <param name="Fields">What it would send when each field was filled in; without the token.</param>
internal sealed record WalkedForm(
    string Viewer,
    string Page,
    string Action,
    string Name,
    IReadOnlyList<string> Prose,
    IReadOnlyList<string> Typed,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    private const string Token = "__RequestVerificationToken";

    internal static IEnumerable<WalkedForm> On(string viewer, string page, Answer answer) =>
        answer
            .Document.QuerySelectorAll<IHtmlFormElement>("form[method=post]")
            .Select(form => new WalkedForm(
                viewer,
                page,
                form.GetAttribute("action") is { Length: > 0 } action ? action : page,
                form.QuerySelector<IHtmlInputElement>("input[name=_handler]")?.Value ?? form.GetAttribute("action") ?? "",
                [.. form.QuerySelectorAll("textarea").Select(area => area.GetAttribute("name")!)],
                [
                    .. form.QuerySelectorAll("textarea, input:is([type=text], [type=date], [type=number], [type=email], [type=month])")
                        .Select(field => field.GetAttribute("name")!),
                ],
                [.. form.Elements.SelectMany(Filled)]
            ));

    internal IEnumerable<KeyValuePair<string, string>> With(string token) => Fields.Append(KeyValuePair.Create(Token, token));

    /// <summary>What it sends when nothing is typed.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Emptied(string token) =>
        Fields
            .Select(field => Typed.Contains(field.Key, StringComparer.Ordinal) ? KeyValuePair.Create(field.Key, "") : field)
            .Append(KeyValuePair.Create(Token, token));

    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement field) =>
        field switch
        {
            IHtmlInputElement { Name: Token } => [],
            IHtmlInputElement { Type: "checkbox" or "radio" or "hidden" } input => One(input.Name, input.Value),
            IHtmlInputElement input when input.ClassList.Contains("input--date") => One(input.Name, input.Value is { Length: > 0 } day ? day : "14/09/2026"),
            IHtmlInputElement { Type: "number" } input => One(input.Name, input.Value is { Length: > 0 } number ? number : "5"),
            IHtmlInputElement { Type: "file" or "submit" or "button" } => [],
            IHtmlInputElement input => One(input.Name, input.Value is { Length: > 0 } text ? text : "Walked"),
            IHtmlTextAreaElement area => One(area.Name, area.Value is { Length: > 0 } text ? text : "Walked"),
            IHtmlSelectElement select => One(select.Name, select.Options.Select(option => option.Value).LastOrDefault(value => value.Length > 0)),
            IHtmlButtonElement button => One(button.Name, button.Value),
            _ => [],
        };

    private static IEnumerable<KeyValuePair<string, string>> One(string? name, string? value) =>
        name is { Length: > 0 } ? [KeyValuePair.Create(name, value ?? "")] : [];
}
