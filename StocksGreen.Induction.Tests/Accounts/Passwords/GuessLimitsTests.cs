using StocksGreen.Induction.Accounts.Passwords;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts.Passwords;

/// <summary>What a stranger's guessing does to everyone else.</summary>
public sealed class GuessLimitsTests
{
    private readonly TestClock clock = new(TestSchool.Monday);
    private readonly GuessLimits limits;

    public GuessLimitsTests() => limits = new GuessLimits(clock);

    [Fact]
    public void Ten_thousand_guesses_from_one_address_keep_nobody_out_who_is_known_where_they_sit()
    {
        var judged = Enumerable.Range(0, 10_000).Count(i => limits.TryBegin($"person{i % 35}@school.example", Stranger("203.0.113.9")));

        Assert.Equal(GuessLimits.FreeOfAnAddress, judged);
        Assert.All(Enumerable.Range(0, 35), i => Assert.True(limits.TryBegin($"person{i}@school.example", new GuessPlace("198.51.100.1", IsKnown: true))));
        Assert.All(Enumerable.Range(0, 35), i => Assert.True(limits.TryBegin($"person{i}@school.example", new GuessPlace($"device {i}", IsKnown: true))));
    }

    [Fact]
    public void Ten_thousand_guesses_from_as_many_addresses_keep_nobody_out_who_is_known_where_they_sit()
    {
        var judged = Enumerable.Range(0, 10_000).Count(i => limits.TryBegin("head@school.example", Stranger($"address {i}")));

        Assert.Equal(GuessLimits.FreeOfAnAccount, judged);
        Assert.True(limits.TryBegin("head@school.example", new GuessPlace("198.51.100.1", IsKnown: true)));
    }

    /// <summary>Pupils and staff share the school's address: what a pupil guesses there does not reach someone whose device is known.</summary>
    [Fact]
    public void Guesses_from_the_schools_own_address_do_not_reach_a_known_device()
    {
        for (var i = 0; i < 1_000; i++)
        {
            limits.TryBegin("head@school.example", new GuessPlace("198.51.100.1", IsKnown: true));
        }

        Assert.False(limits.TryBegin("head@school.example", new GuessPlace("198.51.100.1", IsKnown: true)));
        Assert.True(limits.TryBegin("head@school.example", new GuessPlace("device of the head", IsKnown: true)));
        Assert.True(limits.TryBegin("office@school.example", new GuessPlace("198.51.100.1", IsKnown: true)));
    }

    [Fact]
    public void A_whole_school_behind_one_address_signs_in_on_its_first_morning()
    {
        foreach (var i in Enumerable.Range(0, 300))
        {
            var place = Stranger("198.51.100.1");
            Assert.True(limits.TryBegin($"person{i}@school.example", place));
            limits.Succeed($"person{i}@school.example", place);
        }

        Assert.Equal(0, limits.Count);
    }

    [Fact]
    public void Waits_grow_to_a_quarter_of_an_hour_and_a_right_password_ends_them()
    {
        var place = new GuessPlace("198.51.100.1", IsKnown: true);
        for (var i = 0; i < GuessLimits.FreeOfAPlace; i++)
        {
            Assert.True(limits.TryBegin("head@school.example", place));
        }

        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            Assert.False(limits.TryBegin("HEAD@school.example ", place));
            clock.Now += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1);
            Assert.False(limits.TryBegin("head@school.example", place));
            clock.Now += TimeSpan.FromSeconds(1);
            Assert.True(limits.TryBegin("head@school.example", place));
        }

        limits.Succeed("head@school.example", place);
        Assert.True(limits.TryBegin("head@school.example", place));
    }

    [Fact]
    public void The_office_lets_someone_try_again()
    {
        for (var i = 0; i < 100; i++)
        {
            limits.TryBegin("head@school.example", Stranger("203.0.113.9"));
        }

        Assert.True(limits.IsWaiting("Head@School.Example"));
        limits.Forgive("head@school.example");
        Assert.False(limits.IsWaiting("head@school.example"));
        Assert.True(limits.TryBegin("head@school.example", Stranger("203.0.113.9")));
    }

    [Fact]
    public void However_much_is_guessed_memory_is_bounded()
    {
        for (var i = 0; i < 60_000; i++)
        {
            limits.TryBegin($"{i}{new string('x', 1_000)}", Stranger($"address {i}"));
        }

        Assert.InRange(limits.Count, 1, GuessLimits.Most);
    }

    private static GuessPlace Stranger(string address) => new(address, IsKnown: false);
}
