using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>The words of the list of people.</summary>
internal static class PeopleText
{
    internal static string Words(this PeopleView view) =>
        view switch
        {
            PeopleView.NeverSignedIn => "Never signed in",
            PeopleView.Overdue => "Overdue",
            PeopleView.Starting => "Starting",
            PeopleView.Paused => "Paused",
            PeopleView.Left => "Left",
        };

    internal static string Words(this PeopleOrder order) =>
        order switch
        {
            PeopleOrder.Name => "Person",
            PeopleOrder.Group => "Group",
            PeopleOrder.LastSignIn => "Last sign-in",
            PeopleOrder.Due => "Due",
        };

    /// <summary>"7 of 10 signed".</summary>
    internal static string Signed(PersonProgress progress) =>
        progress switch
        {
            { Asked: 0, NotCounted: 0 } => "Nothing to sign",
            { Asked: 0 } => $"{progress.NotCounted} not counted",
            _ => $"{progress.Signed} of {progress.Asked} signed",
        };

    internal static string LastSignIn(ListedPerson one) =>
        one switch
        {
            { LastSignInAt: { } at } => LondonTime.ToWords(LondonTime.DateIn(at)),
            { InvitedAt: { } at } => $"never, invited {LondonTime.ToShortWords(LondonTime.DateIn(at))}",
            _ => "never",
        };

    internal static string Count(int people) => people == 1 ? "1 person" : $"{people} people";
}
