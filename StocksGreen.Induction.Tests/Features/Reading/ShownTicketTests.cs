using Microsoft.AspNetCore.DataProtection;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Features.Reading;

public sealed class ShownTicketTests
{
    private static readonly StaffId Amelia = StaffId.New();
    private static readonly VersionId Version = VersionId.New();

    private readonly TestClock clock = new(TestSchool.Monday);
    private readonly ShownTicket tickets;

    public ShownTicketTests() => tickets = new ShownTicket(new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public void A_page_carries_the_time_at_which_it_was_shown()
    {
        var ticket = tickets.Issue(Amelia, Version, 3);
        clock.Now += TimeSpan.FromMinutes(9);

        Assert.Equal(TestSchool.Monday, tickets.Read(ticket, Amelia, Version, 3));
    }

    [Fact]
    public void A_ticket_is_good_for_its_own_page_and_person_only()
    {
        var ticket = tickets.Issue(Amelia, Version, 3);

        Assert.Null(tickets.Read(ticket, StaffId.New(), Version, 3));
        Assert.Null(tickets.Read(ticket, Amelia, VersionId.New(), 3));
        Assert.Null(tickets.Read(ticket, Amelia, Version, 4));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("forged")]
    [InlineData("not base 64 at all £ ✓")]
    [InlineData("Q2ZESjhB")]
    public void A_ticket_that_nobody_issued_says_nothing(string? ticket) => Assert.Null(tickets.Read(ticket, Amelia, Version, 3));

    [Fact]
    public void A_ticket_that_was_touched_or_issued_under_another_key_says_nothing()
    {
        var ticket = tickets.Issue(Amelia, Version, 3);
        var other = new ShownTicket(new EphemeralDataProtectionProvider(), clock).Issue(Amelia, Version, 3);

        Assert.Null(tickets.Read(ticket[..^4] + (ticket.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"), Amelia, Version, 3));
        Assert.Null(tickets.Read(other, Amelia, Version, 3));
    }
}
