using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>The office's list: filter, search, choose, record a reminder. Every link works without script; with it, nothing is loaded twice.</summary>
public sealed partial class ChaseIsland : IAsyncDisposable
{
    /// <summary>How often the list looks whether others have signed, reminded or entered something meanwhile.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(20);

    /// <summary>How long the list waits for the next letter of a search.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly HashSet<ChaseKey> chosen = [];
    private ChaseList? list;
    private string? told;
    private ChaseChannel channel = ChaseChannel.InPerson;
    private IJSObjectReference? address;
    private readonly CancellationTokenSource closed = new();
    private int letters;
    private int loads;
    private bool hasEnded;

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
    private SessionValidation Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    private bool HasFilter => (Filter with { Page = 1 }).ToAddress().Any();

    private bool IsPageChosen => list!.Rows.Any(MayChoose) && list.Rows.Where(MayChoose).All(row => chosen.Contains(KeyOf(row)));

    /// <summary>How many of what the filters leave can be chosen.</summary>
    private int Choosable =>
        list switch
        {
            { Filter: { Standing: null, Age: null } } => list.Counts[ChaseStanding.Overdue]
                + list.Counts[ChaseStanding.Due]
                + list.Counts[ChaseStanding.Waiting],
            { Filter.Standing: ChaseStanding.Paused or ChaseStanding.Exempt } or null => 0,
            _ => list.Total,
        };

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

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = KeepFreshAsync(closed.Token);
        }
    }

    private static ChaseKey KeyOf(ChaseRow row) => new(row.StaffId, row.PolicyId, row.VersionId);

    private static bool MayChoose(ChaseRow row) => row.Standing.Kind is StandingKind.Due or StandingKind.Overdue;

    private static string To(ChaseFilter filter) => Urls.WhoHasNotSignedBy(filter.ToAddress());

    private ChaseFilter Turned(ChaseOrder order) => Filter with { Order = order, IsReversed = Filter.Order == order && !Filter.IsReversed, Page = 1 };

    private async Task<Actor?> ActorAsync()
    {
        var user = (await SignedIn).User;
        return await Sessions.StillHoldsAsync(user, CancellationToken.None) ? user.ToActor() : null;
    }

    private async Task LoadAsync()
    {
        if (await ActorAsync() is not { } actor)
        {
            Navigation.NavigateTo(Urls.SignInReturningTo(To(Filter)), forceLoad: true);
            return;
        }

        // Anyone who types or chooses on while this is asked must not have it undone by the answer.
        var (turn, asked) = (++loads, Filter);
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
                    hasEnded = await ActorAsync() is null;
                    if (hasEnded)
                    {
                        list = null;
                    }
                    else
                    {
                        await LoadAsync();
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
        address ??= await Script.InvokeAsync<IJSObjectReference>("import", "./js/address.js");
        await address.InvokeVoidAsync("show", To(Filter));
    }

    private void Toggle(ChaseRow row)
    {
        if (!chosen.Remove(KeyOf(row)))
        {
            chosen.Add(KeyOf(row));
        }
    }

    private void TogglePage()
    {
        var page = list!.Rows.Where(MayChoose).Select(KeyOf).ToList();
        if (page.TrueForAll(chosen.Contains))
        {
            chosen.ExceptWith(page);
        }
        else
        {
            chosen.UnionWith(page);
        }
    }

    private async Task ChooseAllAsync()
    {
        if (await ActorAsync() is { } actor)
        {
            chosen.UnionWith(await Query.KeysAsync(actor, Filter, CancellationToken.None));
        }
    }

    private async Task PreviewAsync()
    {
        if (
            await ActorAsync() is { } actor
            && await Choose.ExecuteAsync(actor, [.. chosen.Select(key => key.StaffId).Distinct()], CancellationToken.None)
                is Result<Guid>.Done { Value: var selection }
        )
        {
            Navigation.NavigateTo(Urls.ChasePreview(selection), forceLoad: true);
        }
    }

    private async Task ChaseAsync()
    {
        if (
            await ActorAsync() is { } actor
            && await Record.ExecuteAsync(actor, [.. chosen.Select(key => (key.StaffId, key.VersionId))], channel, CancellationToken.None)
                is Result<int>.Done { Value: var recorded }
        )
        {
            var before = chosen.Count;
            // Some may have signed since they were chosen; then there is no telling from here whom that leaves.
            var whom = recorded == before ? ChaseText.Chosen(chosen) : ChaseText.Signatures(recorded);
            chosen.Clear();
            await LoadAsync();
            told = $"Recorded: {whom} reminded {ChaseText.Words(channel)} today.";
        }
        else
        {
            await LoadAsync();
        }
    }
}
