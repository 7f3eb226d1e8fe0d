using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Contact;

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
    private StaffId? viewer;
    private IJSObjectReference? address;
    private readonly CancellationTokenSource closed = new();
    private int letters;
    private int loads;
    private bool hasEnded;
    private Task<AuthenticationState>? before;

    /// <summary>So many a browser can send back in one message.</summary>
    private const int MostKept = 1_000;

    /// <summary>What the address says.</summary>
    [Parameter]
    public ChaseFilter Filter { get; set; } = new();

    [Inject]
    private ChaseListQuery Query { get; set; } = null!;

    [Inject]
    private ChoosePeople Choose { get; set; } = null!;

    [Inject]
    private RecordChase Record { get; set; } = null!;

    [Inject]
    private UserSessions Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    private bool HasFilter => (Filter with { Page = 1 }).ToAddress().Any();

    private bool HasOtherFilter => (Filter with { Search = null, Order = ChaseOrder.Due, IsReversed = false, Page = 1 }).ToAddress().Any();

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
        told = null;
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

    private async Task AskHowAsync()
    {
        var about = Filter.Policy is { } id ? list?.Policies.FirstOrDefault(policy => policy.Id == id) : null;
        var dialog = await Dialogs.ShowAsync<ContactDialog>(
            null,
            new DialogParameters<ContactDialog>
            {
                { asked => asked.Names, [.. chosen.Values.Order(StringComparer.CurrentCultureIgnoreCase)] },
                { asked => asked.About, about?.Title },
            }
        );
        if (await dialog.Result is { Canceled: false, Data: ChaseChannel channel })
        {
            await RecordAsync(channel, about?.Id);
        }
    }

    private async Task RecordAsync(ChaseChannel channel, PolicyId? policy)
    {
        if (await ActorAsync() is not { } actor)
        {
            await LoadAsync();
            return;
        }

        // Some may have signed since they were chosen.
        var open = await Query.OpenAsync(actor, chosen.Keys, policy, CancellationToken.None);
        var recorded = (await Record.ExecuteAsync(actor, open, channel, CancellationToken.None)) is Result<int>.Done { Value: > 0 };
        chosen.Clear();
        await KeepChoiceAsync();
        await LoadAsync();
        told = recorded
            ? $"Recorded: {ChaseText.People(open.Select(one => one.StaffId).Distinct().Count())} reminded {ChaseText.Words(channel)} today."
            : "Nothing was recorded: none of those you chose has anything to sign any more.";
    }

    /// <summary>What the browser kept: how many were chosen, and who, unless they were too many.</summary>
    internal sealed record KeptChoice(int Count, IReadOnlyList<string> Ids);
}
