using Microsoft.AspNetCore.Components;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Components.Forms;

/// <summary>A static page with forms: the request, what is wrong with what was sent, and how a command's answer is followed.</summary>
public abstract class FormPage : ComponentBase, IHandleEvent
{
    [CascadingParameter]
    protected HttpContext Context { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>What is wrong with the form that was sent, in its order; empty until one was.</summary>
    protected IReadOnlyList<ValidationError> Errors { get; set; } = [];

    /// <summary>True while a form is answered.</summary>
    protected bool IsPost => HttpMethods.IsPost(Context.Request.Method);

    /// <summary>A form with a date that is none goes no further: a command would take it for one that was left empty.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        if (DateField.RefusedIn(Context) is { Count: > 0 } refused)
        {
            Errors = refused;
        }
        else
        {
            await item.InvokeAsync(arg);
        }

        StateHasChanged();
    }

    protected bool HasError(string key) => Errors.Any(error => error.Key == key);

    /// <summary>Follows a command's answer: leads on, shows what is wrong, or says that there is no such page.</summary>
    protected void Respond<T>(Result<T> result, Action<T> done) =>
        result.Match<Action>(value => () => done(value), errors => () => Errors = errors, () => () => Navigation.NotFound())();

    /// <summary>The same, where a page of its own comes next.</summary>
    /// <param name="next">Its address.</param>
    protected void Respond<T>(Result<T> result, string next) => Respond(result, _ => Navigation.NavigateTo(next));
}
