using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using StocksGreen.Induction.Components.Forms;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Components.Forms;

/// <summary>A day as it is typed: shown, kept and said back.</summary>
public sealed class DateFieldTests : BunitContext
{
    [Fact]
    public void It_shows_a_known_day_as_people_write_it()
    {
        var field = Field(posted: null);

        Assert.Equal(("text", "01/09/2026"), (field.Find("input").GetAttribute("type"), field.Find("input").GetAttribute("value")));
        Assert.Equal("For example 14/12/2026.", field.Find("#until-hint").TextContent);
        Assert.Empty(field.FindAll(".field__echo"));
    }

    [Fact]
    public void It_says_a_typed_day_back_in_words() => Assert.Equal("Monday 14 December 2026", Field("14.12.26").Find(".field__echo").TextContent);

    [Fact]
    public void It_keeps_what_is_no_day_and_says_why()
    {
        var field = Field("31/02/2026");
        var input = field.Find("input");

        Assert.Equal(
            ("31/02/2026", "true", "until-hint until-error"),
            (input.GetAttribute("value"), input.GetAttribute("aria-invalid"), input.GetAttribute("aria-describedby"))
        );
        Assert.Equal("Error: “31/02/2026” is not a date: that month has no such day.", field.Find("#until-error").TextContent);
    }

    /// <summary>A command would take a day that is none for one that was left empty, and an exemption would never end.</summary>
    [Fact]
    public async Task A_form_with_a_day_that_is_none_goes_no_further()
    {
        var page = Page("31/02/2026");

        await page.Find("form").SubmitAsync(EventArgs.Empty);

        Assert.Equal(0, page.Instance.Sent);
        Assert.Contains("that month has no such day", page.Find(".error-summary").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14/12/2026")]
    [InlineData("")]
    public async Task A_form_with_a_day_or_with_none_is_sent(string typed)
    {
        var page = Page(typed);

        await page.Find("form").SubmitAsync(EventArgs.Empty);

        Assert.Equal(1, page.Instance.Sent);
    }

    /// <summary>Browsers show and take a native date in their own language's order, whatever the page says.</summary>
    [Fact]
    public void No_page_has_a_date_field_of_the_browser()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "StocksGreen.Induction"), "*.razor", SearchOption.AllDirectories).ToList();

        Assert.NotEmpty(pages);
        Assert.DoesNotContain(
            pages,
            path =>
                File.ReadAllText(path) is var text
                && (text.Contains("type=\"date", StringComparison.OrdinalIgnoreCase) || text.Contains("<InputDate", StringComparison.Ordinal))
        );
    }

    private static DefaultHttpContext Posted(string? typed)
    {
        var context = new DefaultHttpContext();
        if (typed is not null)
        {
            context.Request.Method = HttpMethods.Post;
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Form = new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["Form.Until"] = typed });
        }

        return context;
    }

    private IRenderedComponent<DateField> Field(string? posted) =>
        Render<DateField>(parameters =>
            parameters
                .AddCascadingValue<HttpContext>(Posted(posted))
                .Add(view => view.Key, "Until")
                .Add(view => view.Name, "Form.Until")
                .Add(view => view.Label, "Until")
                .Add(view => view.Value, new DateOnly(2026, 9, 1))
        );

    private IRenderedComponent<DatedPage> Page(string posted) => Render<DatedPage>(parameters => parameters.AddCascadingValue<HttpContext>(Posted(posted)));

    private sealed class DatedPage : FormPage
    {
        internal int Sent { get; private set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "form");
            builder.AddAttribute(1, "onsubmit", EventCallback.Factory.Create(this, () => Sent++));
            builder.OpenComponent<ErrorSummary>(2);
            builder.AddComponentParameter(3, nameof(ErrorSummary.Title), "Not saved yet");
            builder.AddComponentParameter(4, nameof(ErrorSummary.Errors), Errors);
            builder.CloseComponent();
            builder.OpenComponent<DateField>(5);
            builder.AddComponentParameter(6, nameof(DateField.Key), "Until");
            builder.AddComponentParameter(7, nameof(DateField.Name), "Form.Until");
            builder.AddComponentParameter(8, nameof(DateField.Errors), Errors);
            builder.CloseComponent();
            builder.CloseElement();
        }
    }
}
