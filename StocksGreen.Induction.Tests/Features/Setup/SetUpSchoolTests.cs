using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Setup;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Setup;

public sealed class SetUpSchoolTests : IAsyncLifetime
{
    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.NotSetUpAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Set_up_makes_the_school_its_headteacher_and_the_first_entry_of_the_evidence()
    {
        (await SetUpAsync(Form())).Value();

        await using var db = await school.DbAsync();
        var found = await db.Schools.SingleAsync(TestContext.Current.CancellationToken);
        var head = await db.People.SingleAsync(TestContext.Current.CancellationToken);
        var account = await db.Users.SingleAsync(TestContext.Current.CancellationToken);
        var entry = await db.Evidence.SingleAsync(row => row.Kind == EvidenceKind.SchoolSetUp, TestContext.Current.CancellationToken);
        Assert.Equal((TestSchool.Name, TestSchool.Monday, false), (found.Name, found.SetUpAt, found.IsDemonstration));
        Assert.Equal(("Helen Ashdown", "Headteacher", new DateOnly(2026, 9, 14)), (head.FullName, head.JobTitle, head.StartsOn));
        Assert.Equal((head.Id, AccessRoles.Staff | AccessRoles.Headteacher), (account.StaffId, account.Roles));
        Assert.Equal((1L, EvidenceKind.SchoolSetUp, head.Id.ToString()), (entry.Number, entry.Kind, entry.Subject));
        var key = KeyFacts.Of(school.Get<SigningKeyStore>().Current()!.Certificate);
        Assert.Equal(
            $$"""{"form":"school/1","school":"{{TestSchool.Name}}","software":"{{Software.NameAndVersion}}","isDemonstration":false"""
                + $",\"key\":{{\"fingerprint\":\"{key.Fingerprint}\",\"certificate\":\"{key.Certificate}\"}}}}",
            entry.Payload
        );
        var record = await db.PersonChanges.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2L, PersonChangeKind.Added, head.Id, null), (record.EvidenceNumber, record.Change, record.StaffId, record.MadeBy));
        Assert.True(record.Facts.Same(head.Facts([])));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Set_up_is_done_once()
    {
        await SetUpAsync(Form());
        var other = Form();
        other.SchoolName = "Another School";

        Assert.Equal(["Set-up has been done already."], (await SetUpAsync(other)).Errors().Select(error => error.Sentence));
        Assert.Equal(
            "Stocks Green Primary School 1 1",
            await school.ScalarAsync("SELECT Name || ' ' || (SELECT COUNT(*) FROM People) || ' ' || (SELECT COUNT(*) FROM Accounts) FROM School")
        );
    }

    [Fact]
    public async Task A_button_pressed_four_times_sets_up_one_school_whose_evidence_names_its_headteacher()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SetUpAsync(Form()))));

        Assert.Single(answers, answer => answer is Result<Unit>.Done);
        Assert.All(
            answers.Where(answer => answer is not Result<Unit>.Done),
            answer => Assert.Equal(["Set-up has been done already."], answer.Errors().Select(error => error.Sentence))
        );
        await using var db = await school.DbAsync();
        var head = await db.People.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            head.Id.ToString(),
            (await db.Evidence.SingleAsync(row => row.Kind == EvidenceKind.SchoolSetUp, TestContext.Current.CancellationToken)).Subject
        );
        Assert.Equal(head.Id, (await db.Users.SingleAsync(TestContext.Current.CancellationToken)).StaffId);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_a_better_one_is_then_taken()
    {
        var form = Form();
        form.Password = "short";
        Assert.Equal(
            ["Choose a password of at least 12 characters. Three random words are easy to remember and hard to guess."],
            (await SetUpAsync(form)).Errors().Select(error => error.Sentence)
        );
        form.Password = "aaaaaaaaaaaaaa";
        Assert.StartsWith("That password is easy to guess", Assert.Single((await SetUpAsync(form)).Errors()).Sentence, StringComparison.Ordinal);
        form.Password = "Helen Ashdown Stocks Green";
        Assert.StartsWith("That password is easy to guess", Assert.Single((await SetUpAsync(form)).Errors()).Sentence, StringComparison.Ordinal);
        Assert.False(await school.AskAsync((SetUpSchool setUp) => setUp.IsDoneAsync(TestContext.Current.CancellationToken)));

        (await SetUpAsync(Form())).Value();
        Assert.True(await school.AskAsync((SetUpSchool setUp) => setUp.IsDoneAsync(TestContext.Current.CancellationToken)));
    }

    private static SetUpForm Form() =>
        new()
        {
            SchoolName = " Stocks Green Primary School ",
            HeadteacherName = "Helen Ashdown ",
            Email = "head@school.example",
            Password = TestSchool.Password,
        };

    private Task<Result<Unit>> SetUpAsync(SetUpForm form) =>
        school.AskAsync((SetUpSchool setUp) => setUp.ExecuteAsync(form, isDemonstration: false, TestContext.Current.CancellationToken));
}
