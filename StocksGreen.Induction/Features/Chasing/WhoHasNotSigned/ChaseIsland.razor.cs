using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.Views;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>The office's list: filter, search, choose, record a reminder. Every link works without script; with it, nothing is loaded twice.</summary>
public sealed partial class ChaseIsland : IAsyncDisposable
{
    /// <summary>How often the list looks whether others have signed, reminded or entered something meanwhile.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(20);

    /// <summary>How long the list waits for the next letter of a search.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>By whom: their names.</summary>
    private readonly Dictionary<StaffId, string> chosen = [];
    private ChaseList? list;
    private string? told;

    /// <summary>The reminders that were recorded last, while they can be taken back here.</summary>
    private IReadOnlyList<Guid> undoable = [];
    private StaffId? viewer;
    private IJSObjectReference? address;
    private readonly CancellationTokenSource closed = new();
    private int letters;
    private int loads;
    private bool hasEnded;
    private Task<AuthenticationState>? before;
    private IReadOnlyList<SavedView> views = [];
    private string? viewName;
    private string? viewFault;

    /// <summary>Id of the first box to tick.</summary>
    internal const string FirstTick = "first-person";

    /// <summary>So many a browser can send back in one message.</summary>
    private const int MostKept = 1_000;

    /// <summary>What the address says.</summary>
    [Parameter]
    public ChaseFilter Filter { get; set; } = new();

    /// <summary>Whose panel is open when the page comes; null for nobody's.</summary>
    [Parameter]
    public StaffId? Panel { get; set; }

    [Inject]
    private ChaseListQuery Query { get; set; } = null!;

    [Inject]
    private ChoosePeople Choose { get; set; } = null!;

    [Inject]
    private RecordChase Record { get; set; } = null!;

    [Inject]
    private TakeBackContact TakeBack { get; set; } = null!;

    [Inject]
    private UserSessions Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private SavedViews Views { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    private bool HasFilter => (Filter with { Page = 1 }).ToAddress().Any();

    /// <summary>How many of the folded filters narrow the list.</summary>
    private int Folded => new object?[] { Filter.Policy, Filter.JobTitle, Filter.Audience, Filter.Lead, Filter.Age }.Count(one => one is not null);

    private bool HasOtherFilter => (Filter with { Search = null, Order = ChaseOrder.Due, IsReversed = false, Page = 1 }).ToAddress().Any();

    private ChasePerson? First => list?.People.FirstOrDefault(person => person.MayBeChosen);

    private bool IsPageChosen =>
        list!.People.Any(person => person.MayBeChosen) && list.People.Where(person => person.MayBeChosen).All(person => chosen.ContainsKey(person.StaffId));

    /// <summary>Under which name the browser keeps whom this person chose.</summary>
    private string KeptAs => $"chosen/{viewer}";

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        closed.Dispose();
        if (address is not null)
        {
            try
            {
                await address.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone, and its module with it.
            }
        }
    }

    protected override Task OnInitializedAsync()
    {
        before = SignedIn;
        return LoadAsync();
    }

    /// <summary>Signing out elsewhere, another role or a last day reach an open list at once.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (before != SignedIn)
        {
            (before, list) = (SignedIn, null);
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _ = KeepFreshAsync(closed.Token);
            await RestoreAsync();
            if (Panel is { } id)
            {
                await OpenAsync(id, list?.People.FirstOrDefault(person => person.StaffId == id)?.FullName ?? "This person");
                StateHasChanged();
            }
        }
    }

    private static string To(ChaseFilter filter) => Urls.WhoHasNotSignedBy(filter.ToAddress());

    private ChaseFilter Turned(ChaseOrder order) => Filter with { Order = order, IsReversed = Filter.Order == order && !Filter.IsReversed, Page = 1 };

    /// <param name="isUsed">False where no one pressed anything.</param>
    private async Task<Actor?> ActorAsync(bool isUsed = true) => await Sessions.ActorAsync((await SignedIn).User, CancellationToken.None, isUsed);

    private async Task LoadAsync(bool isUsed = true)
    {
        if (await ActorAsync(isUsed) is not { } actor)
        {
            Navigation.NavigateTo(Urls.SignInReturningTo(To(Filter)), forceLoad: true);
            return;
        }

        // Anyone who types or chooses on while this is asked must not have it undone by the answer.
        var (turn, asked) = (++loads, Filter);
        if (viewer is null)
        {
            views = await Views.OfAsync(actor, CancellationToken.None);
        }

        viewer = actor.StaffId;
        var found = await Query.ExecuteAsync(actor, asked, CancellationToken.None);
        if (turn == loads)
        {
            list = found;
            Filter = asked == Filter ? found?.Filter ?? Filter : Filter;
        }
    }

    /// <summary>Who signs while the list is open leaves it by themselves; what was chosen stays chosen.</summary>
    private async Task KeepFreshAsync(CancellationToken closing)
    {
        using var timer = new PeriodicTimer(Refresh, Clock);
        try
        {
            while (!hasEnded && await timer.WaitForNextTickAsync(closing))
            {
                await InvokeAsync(async () =>
                {
                    // No one may be there to be led to the sign-in page; but no one reads names in a session that has ended.
                    hasEnded = await ActorAsync(isUsed: false) is null;
                    if (hasEnded)
                    {
                        list = null;
                    }
                    else
                    {
                        await LoadAsync(isUsed: false);
                    }

                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    /// <remarks>Bound, and not an attribute with a handler next to it: then a browser whose answer comes late keeps what was typed since.</remarks>
    private async Task SearchAsync(string? typed)
    {
        // Anyone who types a name asks once, not at each letter.
        var letter = ++letters;
        Filter = Filter with { Search = typed };
        await Task.Delay(Pause);
        if (letter == letters)
        {
            await FilterAsync(Filter with { Search = typed });
        }
    }

    private Task SearchNowAsync() => FilterAsync(Filter);

    private Task FilterAsync(ChaseFilter filter) => ShowAsync(filter with { Page = 1 });

    private Task TurnAsync(int page) => ShowAsync(Filter with { Page = page });

    private async Task ShowAsync(ChaseFilter filter)
    {
        Filter = filter;
        (told, undoable) = (null, []);
        await LoadAsync();
        await KeepInAddressAsync();
    }

    /// <summary>The address follows what is shown, so that loading again, a bookmark and the way back lead here.</summary>
    private async Task KeepInAddressAsync()
    {
        await (await BrowserAsync()).InvokeVoidAsync("show", To(Filter));
    }

    private async Task<IJSObjectReference> BrowserAsync() => address ??= await Script.InvokeAsync<IJSObjectReference>("import", "./js/address.js");

    /// <summary>Whom someone chose outlasts a page turn, a lost connection and a restarted server; what of it is lost is said.</summary>
    private async Task RestoreAsync()
    {
        if (await ActorAsync() is not { } actor || await (await BrowserAsync()).InvokeAsync<KeptChoice?>("kept", KeptAs) is not { Count: > 0 } kept)
        {
            return;
        }

        var ids = kept.Ids.Select(ChaseFilter.PersonIn).OfType<StaffId>().ToList();
        foreach (var (id, name) in await Query.StillChoosableAsync(actor, ids, CancellationToken.None))
        {
            chosen[id] = name;
        }

        told =
            ids.Count == 0 ? $"The connection was lost, and with it whom you had chosen: {ChaseText.People(kept.Count)}. Choose them again."
            : chosen.Count == 0 ? "Those you had chosen have nothing to sign any more."
            : chosen.Count < kept.Count ? $"{ChaseText.People(chosen.Count)} of the {kept.Count:N0} you chose still have something to sign, and stay chosen."
            : $"{ChaseText.People(chosen.Count)} {(chosen.Count == 1 ? "is" : "are")} still chosen.";
        await KeepChoiceAsync();
        StateHasChanged();
    }

    private async Task KeepChoiceAsync() =>
        await (await BrowserAsync()).InvokeVoidAsync(
            "keep",
            KeptAs,
            chosen.Count,
            chosen.Count <= MostKept ? chosen.Keys.Select(id => id.ToString()).ToArray() : []
        );

    private Task ToggleAsync(ChasePerson person)
    {
        if (!chosen.Remove(person.StaffId))
        {
            chosen[person.StaffId] = person.FullName;
        }

        return KeepChoiceAsync();
    }

    private Task TogglePage()
    {
        var isChosen = IsPageChosen;
        foreach (var person in list!.People.Where(person => person.MayBeChosen))
        {
            if (isChosen)
            {
                chosen.Remove(person.StaffId);
            }
            else
            {
                chosen[person.StaffId] = person.FullName;
            }
        }

        return KeepChoiceAsync();
    }

    private async Task ChooseAllAsync()
    {
        if (await ActorAsync() is { } actor)
        {
            foreach (var (id, name) in await Query.ChoosableAsync(actor, Filter, CancellationToken.None))
            {
                chosen[id] = name;
            }

            await KeepChoiceAsync();
        }
    }

    private Task ClearAsync()
    {
        chosen.Clear();
        return KeepChoiceAsync();
    }

    /// <summary>Shows one person next to the list, and does what is chosen there.</summary>
    private async Task OpenAsync(StaffId id, string fullName)
    {
        await (await BrowserAsync()).InvokeVoidAsync("show", Urls.WithPanel(To(Filter), id));
        var dialog = await Dialogs.ShowAsync<PersonPanelDialog>(
            null,
            new DialogParameters<PersonPanelDialog>
            {
                { panel => panel.StaffId, id },
                { panel => panel.FullName, fullName },
                { panel => panel.List, To(Filter) },
                { panel => panel.Viewer, () => ActorAsync() },
            },
            new DialogOptions { Position = DialogPosition.CenterRight, BackdropClick = true }
        );
        var answer = await dialog.Result;
        await KeepInAddressAsync();
        if (answer is not { Canceled: false, Data: PersonPanel.Act act })
        {
            // Someone may have been reminded or have signed while it was open.
            await LoadAsync();
            return;
        }

        await (
            act switch
            {
                PersonPanel.Act.Remind => GoOnAsync([id], Urls.ChasePreview),
                PersonPanel.Act.Extend => GoOnAsync([id], selection => Urls.ExtendChosen(selection, policy: null)),
                PersonPanel.Act.PrintSlip => GoOnAsync([id], Urls.SlipsOfChosen),
                PersonPanel.Act.RecordContact => AskHowAsync(new Dictionary<StaffId, string> { [id] = fullName }, about: null),
            }
        );
    }

    private Task PreviewAsync(IReadOnlyCollection<StaffId> people) => GoOnAsync(people, Urls.ChasePreview);

    private Task ExtendAsync() => GoOnAsync(chosen.Keys, selection => Urls.ExtendChosen(selection, Filter.Policy));

    private Task PrintSlipsAsync() => GoOnAsync(chosen.Keys, Urls.SlipsOfChosen);

    /// <summary>Whom someone chose is kept with the school's data, so that the next page can be asked for by a short address, however many they are.</summary>
    private async Task GoOnAsync(IReadOnlyCollection<StaffId> people, Func<Guid, string> to)
    {
        if (await ActorAsync() is { } actor && await Choose.ExecuteAsync(actor, people, CancellationToken.None) is Result<Guid>.Done { Value: var selection })
        {
            Navigation.NavigateTo(to(selection), forceLoad: true);
        }
        else
        {
            await LoadAsync();
        }
    }

    private Task AskHowAsync() => AskHowAsync(chosen, Filter.Policy is { } id ? list?.Policies.FirstOrDefault(policy => policy.Id == id) : null);

    private async Task AskHowAsync(IReadOnlyDictionary<StaffId, string> whom, ListedPolicy? about)
    {
        var dialog = await Dialogs.ShowAsync<ContactDialog>(
            null,
            new DialogParameters<ContactDialog>
            {
                { asked => asked.Names, [.. whom.Values.Order(StringComparer.CurrentCultureIgnoreCase)] },
                { asked => asked.About, about?.Title },
            }
        );
        if (await dialog.Result is { Canceled: false, Data: ChaseChannel channel })
        {
            await RecordAsync([.. whom.Keys], channel, about?.Id);
        }
    }

    private async Task RecordAsync(IReadOnlyCollection<StaffId> whom, ChaseChannel channel, PolicyId? policy)
    {
        if (await ActorAsync() is not { } actor)
        {
            await LoadAsync();
            return;
        }

        // Some may have signed since they were chosen.
        var open = await Query.OpenAsync(actor, whom, policy, CancellationToken.None);
        var recorded = (await Record.ExecuteAsync(actor, open, channel, CancellationToken.None)).Match(ids => ids, _ => [], () => []);
        foreach (var id in whom)
        {
            chosen.Remove(id);
        }

        await KeepChoiceAsync();
        await LoadAsync();
        undoable = recorded;
        told =
            recorded.Count > 0
                ? $"Recorded: {ChaseText.People(open.Select(one => one.StaffId).Distinct().Count())} reminded {ChaseText.Words(channel)} today."
                : "Nothing was recorded: none of those you chose has anything to sign any more.";
    }

    private async Task SaveViewAsync()
    {
        if (await ActorAsync() is not { } actor)
        {
            return;
        }

        var saved = await Views.SaveAsync(actor, viewName, To(Filter with { Page = 1 }), CancellationToken.None);
        viewFault = saved.Match<string?>(_ => null, errors => errors[0].Sentence, () => "It could not be saved.");
        if (viewFault is null)
        {
            told = $"Saved: this list as “{viewName!.Trim()}”, under Views.";
            viewName = null;
            views = await Views.OfAsync(actor, CancellationToken.None);
        }
    }

    private async Task RemoveViewAsync(SavedView view)
    {
        if (await ActorAsync() is { } actor)
        {
            await Views.RemoveAsync(actor, view.Id, CancellationToken.None);
            views = await Views.OfAsync(actor, CancellationToken.None);
            told = $"Removed: the view “{view.Name}”.";
        }
    }

    private async Task UndoAsync()
    {
        if (await ActorAsync() is { } actor && undoable is { Count: > 0 } chases)
        {
            undoable = [];
            told = (await TakeBack.ExecuteAsync(actor, chases, CancellationToken.None)).Match(
                ContactText.TakenBack,
                _ => ContactText.TakenBack(0),
                () => ContactText.TakenBack(0)
            );
        }

        await LoadAsync();
    }

    /// <summary>What the browser kept: how many were chosen, and who, unless they were too many.</summary>
    internal sealed record KeptChoice(int Count, IReadOnlyList<string> Ids);
}
