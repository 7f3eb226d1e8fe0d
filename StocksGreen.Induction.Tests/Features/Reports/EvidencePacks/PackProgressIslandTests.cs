using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports.EvidencePacks;

/// <summary>What the page of packs says while a pack is downloaded, and at the end.</summary>
public sealed class PackProgressIslandTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly StaffId head = StaffId.New();
    private readonly Guid ticket = Guid.NewGuid();
    private readonly TestClock clock = new(TestSchool.Monday);
    private readonly EvidencePacksInProgress packs;

    public PackProgressIslandTests()
    {
        packs = new EvidencePacksInProgress(clock);
        Services.AddSingleton(packs);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void A_whole_pack_is_called_complete_also_when_it_ends_between_two_glances()
    {
        var island = Island();
        packs.Tell(head, ticket, new EvidencePackProgress(3, 5, 1_500_000));
        Says(island, "Packing: 3 of 5 files, 1.5 MB so far. You may stay here or go on working.");

        packs.Tell(head, ticket, new EvidencePackProgress(5, 5, 2_500_000));
        packs.End(head, ticket, isComplete: true);

        Says(island, "The pack is complete. It is where your browser keeps downloads.");
        Assert.Empty(island.FindAll("progress"));
    }

    [Fact]
    public void A_pack_that_was_over_before_the_first_glance_is_told_of_as_well()
    {
        packs.Tell(head, ticket, new EvidencePackProgress(5, 5, 1_000));
        packs.End(head, ticket, isComplete: true);

        Says(Island(), "The pack is complete. It is where your browser keeps downloads.");
    }

    /// <summary>The list of hashes is the last file, and the table of contents comes after it.</summary>
    [Fact]
    public void A_pack_that_breaks_off_after_its_last_file_is_not_called_complete()
    {
        packs.Tell(head, ticket, new EvidencePackProgress(5, 5, 1_000));
        packs.End(head, ticket, isComplete: false);

        Says(Island(), "The download broke off. What is there of it cannot be opened; make the pack again.");
    }

    [Fact]
    public void A_pack_that_is_made_again_from_the_same_page_is_followed_again()
    {
        var island = Island();
        packs.Tell(head, ticket, new EvidencePackProgress(2, 5, 1_000));
        packs.End(head, ticket, isComplete: false);
        Says(island, "The download broke off. What is there of it cannot be opened; make the pack again.");

        packs.Tell(head, ticket, new EvidencePackProgress(4, 5, 2_000_000));
        Says(island, "Packing: 4 of 5 files, 2.0 MB so far. You may stay here or go on working.");
        packs.End(head, ticket, isComplete: true);

        Says(island, "The pack is complete. It is where your browser keeps downloads.");
    }

    [Fact]
    public void Nobody_looks_at_the_pack_of_someone_else_and_what_ended_is_forgotten_in_time()
    {
        packs.Tell(head, ticket, new EvidencePackProgress(5, 5, 1_000));
        packs.End(head, ticket, isComplete: true);

        Assert.Null(packs.Of(StaffId.New(), ticket));
        Assert.Equal(new EvidencePackStatus(new EvidencePackProgress(5, 5, 1_000), EvidencePackState.Complete), packs.Of(head, ticket));
        clock.Now += EvidencePacksInProgress.Kept + TimeSpan.FromSeconds(1);
        packs.Tell(head, Guid.NewGuid(), new EvidencePackProgress(0, 5, 0));
        Assert.Null(packs.Of(head, ticket));
    }

    private static void Says(IRenderedComponent<EvidencePackProgressIsland> island, string words) =>
        island.WaitForAssertion(() => Assert.Equal(words, island.Find("p").ShownWords()), Patience);

    private IRenderedComponent<EvidencePackProgressIsland> Island()
    {
        var actor = new Actor(head, "Helen Ashdown", AccessRoles.Headteacher, new IdentityProof("password", TestSchool.Monday), "test");
        var user = OpenedSession.Principal(OpenedSession.Row(Guid.NewGuid(), null, TestSchool.Monday), actor);
        return Render<EvidencePackProgressIsland>(parameters =>
            parameters.Add(island => island.Ticket, ticket).AddCascadingValue(Task.FromResult(new AuthenticationState(user)))
        );
    }
}
