using System.Reflection;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Tests.Domain.Text;

/// <summary>Every command answers in one way.</summary>
public sealed class ResultTests
{
    /// <summary>What takes someone who asks, and only looks: no command.</summary>
    private static readonly string[] Looking =
    [
        "ImportStaff.PlanAsync",
        "StaffUploads.FindAsync",
        "EvidencePackWriter.ExecuteAsync",
        "Reauthentication.HasPasswordAsync",
        "Reauthentication.HasPasskeyAsync",
        "KeyRoleHolders.IsNamedGovernorAsync",
        "Reauthentication.HasOwnProofAsync",
        "PasskeyService.BeginShowingAsync",
        "PasskeyService.ListAsync",
        "PasswordService.AskAsync",
        "PrivacyPapers.ExecuteAsync",
        "RecordExport.ExecuteAsync",
        "KeptScans.ReadAsync",
        "MadeReports.ForAsync",
        "SavedViews.OfAsync",
        "UserSessions.ListAsync",
        "WaysInToTell.AllAsync",
        "WaysInToTell.FindAsync",
        "SecondStepService.NeedsPasswordAsync",
        "SecondStepService.OwedAsync",
        "SecondStepService.PendingAppAsync",
        "SecondStepService.StateAsync",
    ];

    /// <summary>What someone does with what is theirs alone, or what is noted of them: there is nothing to refuse and nothing to say.</summary>
    private static readonly string[] NothingToRefuse =
    [
        "KeptScans.ForgetAsync",
        "KeptScans.KeepAsync",
        "MadeReports.AddAsync",
        "PasskeyService.RemoveAsync",
        "SavedViews.RemoveAsync",
        "SignInService.CompleteAsync",
        "UserSessions.EndOthersAsync",
        "UserSessions.EndOwnAsync",
        "WaysInToTell.NoteAsync",
    ];

    [Fact]
    public void Whatever_someone_asks_for_is_done_invalid_or_not_found()
    {
        var asked = typeof(Result)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsClass: true, IsAbstract: false, Namespace: { } home }
                && (home.Contains(".Features", StringComparison.Ordinal) || home.Contains(".Accounts", StringComparison.Ordinal))
            )
            .Where(type => !type.Name.EndsWith("Query", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method =>
                typeof(Task).IsAssignableFrom(method.ReturnType) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor))
            )
            .Where(method => !Looking.Concat(NothingToRefuse).Contains($"{method.DeclaringType!.Name}.{method.Name}"))
            .ToList();

        Assert.True(asked.Count > 40);
        Assert.All(
            asked,
            method =>
                Assert.True(
                    method.ReturnType is { IsGenericType: true, GenericTypeArguments: [{ IsGenericType: true } answer] }
                        && answer.GetGenericTypeDefinition() == typeof(Result<>),
                    $"{method.DeclaringType!.Name}.{method.Name} answers {method.ReturnType}."
                )
        );
    }

    [Fact]
    public void An_answer_is_written_without_naming_its_type()
    {
        Result<int> done = 3;
        Result<int> invalid = Result.Invalid("Until", "Give a day.");
        Result<int> notFound = Result.NotFound;
        Result<Unit> nothingToSay = Result.Done;

        Assert.Equal(
            ["3", "Until: Give a day.", "not found", "Unit { }"],
            [.. new[] { done, invalid, notFound }.Select(In), nothingToSay.Match(unit => unit.ToString(), _ => "", () => "")]
        );
    }

    private static string In(Result<int> result) =>
        result.Match(value => $"{value}", errors => string.Join(", ", errors.Select(error => $"{error.Key}: {error.Sentence}")), () => "not found");
}
