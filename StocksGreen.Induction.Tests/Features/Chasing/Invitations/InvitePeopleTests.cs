using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Invitations;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Invitations;

/// <summary>The office lets many people in at once, each by a mail with a link of their own.</summary>
public sealed partial class InvitePeopleTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private DirectoryInfo folder = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        (school, folder) = await MailSchool.OpenWithFolderAsync();
        office = await school.HireOfficeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_mail_lets_its_reader_in_once_and_what_opens_the_account_is_kept_nowhere()
    {
        var amelia = await AddAsync("Amelia Hart", "amelia@school.example");

        Assert.Equal(1, (await InviteAsync(office, Guid.NewGuid(), amelia)).Value());
        await MailSchool.RoundAsync(school);

        var secret = Secret(await LetterAsync());
        Assert.Equal("Amelia Hart", await school.AskAsync((SignInService desk) => desk.LinkOwnerAsync(secret, TestContext.Current.CancellationToken)));
        var mail = Assert.Single(await MailSchool.OutboxAsync(school));
        Assert.Equal((NoticeResult.Accepted, NoticeKind.Invitation), (mail.Result, mail.Kind));
        Assert.Contains($"{MailSchool.Site}/link/{InvitationText.InPlaceOfSecret}", mail.Text, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(school.Folder.FolderPath, "*.db*", SearchOption.AllDirectories),
            file => Assert.False(File.ReadAllText(file, System.Text.Encoding.Latin1).Contains(secret, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Who_invited_whom_and_when_is_recorded()
    {
        var amelia = await AddAsync("Amelia Hart", "amelia@school.example");

        await InviteAsync(office, Guid.NewGuid(), amelia);

        await using var db = await school.DbAsync();
        var given = await db.SignInsGiven.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            (amelia, SignInWay.Mail, office.StaffId, office.FullName, MailSchool.HalfPastSeven),
            (given.StaffId, given.Way, given.MadeBy, given.MadeByName, given.At)
        );
    }

    [Fact]
    public async Task Pressed_twice_it_sends_once_and_pressed_anew_the_newer_mail_takes_the_place_of_one_that_waits()
    {
        var amelia = await AddAsync("Amelia Hart", "amelia@school.example");
        var press = Guid.NewGuid();

        await InviteAsync(office, press, amelia);
        Assert.Equal(
            "These people have been invited already. Nothing was sent a second time.",
            Assert.Single((await InviteAsync(office, press, amelia)).Errors()).Sentence
        );
        await InviteAsync(office, Guid.NewGuid(), amelia);

        Assert.Equal([NoticeResult.Withdrawn, null], (await MailSchool.OutboxAsync(school)).Select(mail => mail.Result).OrderBy(result => result is null));
    }

    [Fact]
    public async Task Each_is_shown_with_what_they_get_and_those_without_an_address_are_offered_a_slip()
    {
        var (amelia, tom) = (await AddAsync("Amelia Hart", "amelia@school.example"), await AddAsync("Tom Baker", null));

        var preview = await school.AskAsync(
            (InvitationQuery query) => query.ExecuteAsync(office, [amelia, tom, school.Headteacher.StaffId], TestContext.Current.CancellationToken)
        );

        Assert.Equal(["Amelia Hart"], preview!.ByEmail.Select(mail => mail.Person.FullName));
        Assert.Equal([("Tom Baker", "No e-mail address")], preview.ForSlips.Select(one => (one.Person.FullName, one.Why)));
        Assert.Equal(["has an account that only the headteacher opens"], preview.NotInvited.Select(one => one.WhyNot));
    }

    [Fact]
    public async Task A_mail_that_waited_is_not_sent_to_an_address_that_is_no_longer_theirs()
    {
        var amelia = await AddAsync("Amelia Hart", "amelia@school.example");
        await InviteAsync(office, Guid.NewGuid(), amelia);
        var form = new PersonForm
        {
            FullName = "Amelia Hart",
            Email = "a.hart@school.example",
            JobTitle = "Staff",
            StartsOn = new DateOnly(2026, 9, 1),
        };
        (await school.AskAsync((EditPerson edit) => edit.ExecuteAsync(office, amelia, form, seen: null, TestContext.Current.CancellationToken))).Value();

        await MailSchool.RoundAsync(school);

        Assert.Equal(NoticeResult.Withdrawn, Assert.Single(await MailSchool.OutboxAsync(school)).Result);
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM SignInLinks"));
    }

    [Fact]
    public async Task Staff_invite_nobody()
    {
        var amelia = await AddAsync("Amelia Hart", "amelia@school.example");

        Assert.True((await InviteAsync(office with { Roles = AccessRoles.Staff }, Guid.NewGuid(), amelia)).IsNotFound());
        Assert.Empty(await MailSchool.OutboxAsync(school));
    }

    private Task<Result<int>> InviteAsync(Actor actor, Guid press, params StaffId[] people) =>
        school.AskAsync((InvitePeople invite) => invite.ExecuteAsync(actor, people, press, TestContext.Current.CancellationToken));

    private async Task<StaffId> AddAsync(string fullName, string? email)
    {
        var form = new PersonForm
        {
            FullName = fullName,
            Email = email,
            JobTitle = "Staff",
            StartsOn = new DateOnly(2026, 9, 1),
        };
        return (await school.AskAsync((AddPerson add) => add.ExecuteAsync(office, form, null, TestContext.Current.CancellationToken))).Value();
    }

    private async Task<string> LetterAsync() =>
        await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.eml")).FullName, TestContext.Current.CancellationToken);

    /// <summary>Long lines of a mail end in "=" and go on on the next.</summary>
    private static string Secret(string letter) =>
        Link().Match(letter.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal)).Groups["secret"].Value;

    [GeneratedRegex("/link/(?<secret>[A-Za-z0-9_-]{43})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
