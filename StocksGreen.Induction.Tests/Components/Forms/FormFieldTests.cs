using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components.Forms;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Tests.Components.Forms;

/// <summary>Fields and the summary of what is wrong with them, tied together for those who hear the page.</summary>
public sealed class FormFieldTests : BunitContext
{
    private static readonly ValidationError[] Errors = [new("Email", "Enter a full e-mail address."), new("Name", "Type your full name.")];

    [Fact]
    public void A_field_has_its_label_and_its_hint()
    {
        var field = Field(errors: []);
        var input = field.Find("input");

        Assert.Equal("Your full name", field.Find($"label[for={input.Id}]").TextContent);
        Assert.Equal("name-hint", input.GetAttribute("aria-describedby"));
        Assert.Equal("Typing it is your signature.", field.Find("#name-hint").TextContent);
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void A_refused_field_keeps_what_was_typed_and_says_what_is_wrong()
    {
        var field = Field(Errors);
        var input = field.Find("input");

        Assert.Equal(
            ("true", "name-hint name-error", "Amelia"),
            (input.GetAttribute("aria-invalid"), input.GetAttribute("aria-describedby"), input.GetAttribute("value"))
        );
        Assert.Equal("Error: Type your full name.", field.Find("#name-error").TextContent);
    }

    [Fact]
    public void What_was_typed_is_a_value_and_never_mark_up()
    {
        var field = Field([], "\"><script>alert(1)</script>");

        Assert.Equal("\"><script>alert(1)</script>", field.Find("input").GetAttribute("value"));
        Assert.Empty(field.FindAll("script"));
    }

    [Fact]
    public void The_summary_takes_the_focus_and_leads_to_each_field_of_this_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/people?added=Ada");

        var summary = Render<ErrorSummary>(parameters => parameters.Add(view => view.Title, "Not added yet").Add(view => view.Errors, Errors));

        summary.MarkupMatches(
            """
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
              <h2 class="error-summary__title">Not added yet</h2>
              <ul>
                <li><a href="/people?added=Ada#email">Enter a full e-mail address.</a></li>
                <li><a href="/people?added=Ada#name">Type your full name.</a></li>
              </ul>
            </div>
            """
        );
    }

    [Fact]
    public void Without_refusals_there_is_no_summary() =>
        Assert.Equal("", Render<ErrorSummary>(parameters => parameters.Add(view => view.Title, "Not added yet").Add(view => view.Errors, [])).Markup.Trim());

    private IRenderedComponent<TextField> Field(IReadOnlyList<ValidationError> errors, string value = "Amelia") =>
        Render<TextField>(parameters =>
            parameters
                .Add(view => view.Key, "Name")
                .Add(view => view.Name, "Form.TypedName")
                .Add(view => view.Label, "Your full name")
                .Add(view => view.Hint, "Typing it is your signature.")
                .Add(view => view.Value, value)
                .Add(view => view.Errors, errors)
        );
}
