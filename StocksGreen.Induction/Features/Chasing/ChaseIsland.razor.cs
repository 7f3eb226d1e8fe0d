using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>The office's list: filter, search, choose, record a reminder.</summary>
public sealed partial class ChaseIsland
{
    private readonly HashSet<(StaffId, VersionId)> chosen = [];
    private ChaseList? list;
    private string search = "";
    private string policy = "";
    private string jobTitle = "";
    private string standing = "";
    private string? told;
    private ChaseChannel channel = ChaseChannel.InPerson;

    [Inject]
    private ChaseListQuery Query { get; set; } = null!;

    [Inject]
    private ChoosePeople Choose { get; set; } = null!;

    [Inject]
    private RecordChase Record { get; set; } = null!;

    [Inject]
    private SessionCheck Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private static (StaffId, VersionId) Key(ChaseRow row) => (row.StaffId, row.VersionId);

    private static bool MayChoose(ChaseRow row) => row.Standing.Kind is StandingKind.Due or StandingKind.Overdue;

    private static string Text(ChangeEventArgs change) => change.Value?.ToString() ?? "";

    private static string Count(int people) => people == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{people} people");

    /// <summary>"3 people"; "7 signatures of 3 people" where some have more than one policy to sign.</summary>
    private static string Count(IReadOnlyCollection<StaffId> rows) => rows.Distinct().Count() is var people && people == rows.Count
        ? Count(people)
        : string.Create(CultureInfo.InvariantCulture, $"{rows.Count} signatures of {Count(people)}");

    private static string LastChased(ChaseRow row) => row.LastChased is { } chase ? $"{LondonTime.ToWords(LondonTime.DateIn(chase.At))}, {Words(chase.Channel)}" : "not yet";

    private static string Words(ChaseChannel channel) => channel switch
    {
        ChaseChannel.InPerson => "in person",
        ChaseChannel.Telephone => "by telephone",
        ChaseChannel.Email => "by e-mail",
        ChaseChannel.PrintedSlip => "by slip",
    };

    private static string Lead(ChaseList list) => (list.Overdue, list.DueThisWeek) switch
    {
        (0, 0) => "Nobody is overdue, and nobody is due within the next five school days.",
        (0, var due) => $"Nobody is overdue. {Count(due)} due within the next five school days.",
        (var overdue, var due) => $"{Count(overdue)} {(overdue == 1 ? "is" : "are")} overdue, {due} due within the next five school days.",
    };

    private static string OverdueReviews(ChaseList list)
    {
        var titles = list.Rows.Where(row => row.IsReviewOverdue).Select(row => row.PolicyTitle).Distinct(StringComparer.Ordinal).ToList();
        return titles.Count == 1
            ? $"The {titles[0]} is past the month of its full review. It stays in force until a new version is published."
            : $"Past the month of their full review, and still in force: {string.Join(", ", titles)}.";
    }

    private async Task<Actor?> ActorAsync()
    {
        var user = (await SignedIn).User;
        return await Sessions.StillHoldsAsync(user, CancellationToken.None) ? user.ToActor() : null;
    }

    private async Task LoadAsync()
    {
        var filter = new ChaseFilter(
            Guid.TryParse(policy, out var id) ? new PolicyId(id) : null,
            jobTitle,
            Enum.TryParse<StandingKind>(standing, out var kind) ? kind : null,
            search);
        if (await ActorAsync() is not { } actor)
        {
            Navigation.NavigateTo(Urls.SignInReturningTo(Urls.WhoHasNotSigned), forceLoad: true);
            return;
        }

        list = await Query.ExecuteAsync(actor, filter, CancellationToken.None);
    }

    private Task SearchAsync(ChangeEventArgs change) => FilterAsync(() => search = Text(change));

    private Task FilterAsync(Action narrow)
    {
        narrow();
        told = null;
        return LoadAsync();
    }

    private void Toggle(ChaseRow row)
    {
        if (!chosen.Remove(Key(row)))
        {
            chosen.Add(Key(row));
        }
    }

    private async Task PreviewAsync()
    {
        if (await ActorAsync() is { } actor && await Choose.ExecuteAsync(actor, [.. chosen.Select(row => row.Item1)], CancellationToken.None) is { } selection)
        {
            Navigation.NavigateTo(Urls.ChasePreview(selection), forceLoad: true);
        }
    }

    private async Task ChaseAsync()
    {
        if (await ActorAsync() is { } actor)
        {
            var recorded = await Record.ExecuteAsync(actor, [.. chosen], channel, CancellationToken.None);
            chosen.Clear();
            told = $"Recorded: {Count(recorded)} reminded {Words(channel)} today.";
        }

        await LoadAsync();
    }
}
