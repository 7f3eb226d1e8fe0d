using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>What needs doing today, and how it stands.</summary>
/// <param name="Overdue">People with something overdue, each counted once.</param>
/// <param name="DueThisWeek">People with something due within five school days.</param>
/// <param name="Questions">Questions of readers that the person who looks may answer, and no one has: those that their page shows.</param>
/// <param name="Talks">Briefings that wait for the word of who was briefed.</param>
/// <param name="Reviews">Policies in force whose full review is overdue.</param>
/// <param name="Mails">E-mails that did not arrive and were not sent again.</param>
/// <param name="MailsInDoubt">E-mails of which no one knows whether they arrived, and that were not sent again.</param>
/// <param name="QuestionsElsewhere">Questions that the person who looks may not answer, by whom they wait for.</param>
/// <param name="Returning">People whose long absence ends within a week, with its last day.</param>
/// <param name="Starters">People who start this calendar week.</param>
/// <param name="ByPolicy">Those with the smallest share signed first.</param>
/// <param name="ByAudience">Only audiences of which something is asked.</param>
/// <param name="Trend">Ends of weeks of the academic year up to today: how many of the signatures that count today had been given.</param>
/// <param name="Published">"Behaviour Policy, version 2", by day, of this academic year.</param>
/// <param name="Faults">What the program itself could not do.</param>
/// <param name="Recent">What was done last.</param>
public sealed record TodaySummary(
    DateOnly Day,
    AcademicYear Year,
    int Overdue,
    int DueThisWeek,
    int Questions,
    int Talks,
    int Reviews,
    int Mails,
    int MailsInDoubt,
    IReadOnlyList<WaitingQuestions> QuestionsElsewhere,
    IReadOnlyList<TodayStarter> Returning,
    IReadOnlyList<TodayStarter> Starters,
    StandingFigures Overall,
    IReadOnlyList<(PolicyId Id, string Title, StandingFigures Figures)> ByPolicy,
    IReadOnlyList<(Domain.Staff.Audience Audience, StandingFigures Figures)> ByAudience,
    IReadOnlyList<(DateOnly Day, int Signed)> Trend,
    IReadOnlyList<(DateOnly Day, string What)> Published,
    TodayFaults Faults,
    SetUpProgress SetUp,
    IReadOnlyList<RecentEvent> Recent
);
