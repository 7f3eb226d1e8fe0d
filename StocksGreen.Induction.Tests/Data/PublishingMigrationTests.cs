using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Sealing;
using StocksGreen.Induction.Data.Tables;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Features.Keeping;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Data;

/// <summary>A school that has used the program before versions had releases keeps all that it has.</summary>
public sealed class PublishingMigrationTests : IDisposable
{
    private readonly DataFolder folder = TestSchool.NewFolder();
    private readonly ServiceProvider services;

    public PublishingMigrationTests() => services = ServiceRegistration.AddEverything(new ServiceCollection().AddLogging(), folder, mayWrite: true).BuildServiceProvider();

    public void Dispose()
    {
        services.Dispose();
        TestSchool.Delete(folder);
    }

    [Fact]
    public async Task What_was_published_and_signed_before_still_verifies_and_counts()
    {
        var person = new StaffMember(StaffId.New(), "Amelia Hart", null, "Class teacher", Audience.Employee, new DateOnly(2020, 9, 1));
        var version = SmallPolicy.Version(TestSchool.Monday);
        await MakeAsync(person, version);

        await DatabaseStartup.PrepareAsync(Factory, folder, services.GetRequiredService<EntrySignatures>(), TestContext.Current.CancellationToken);

        await using var scope = services.CreateAsyncScope();
        Assert.Equal(3, Assert.IsType<ChainVerdict.Intact>(await scope.ServiceProvider.GetRequiredService<VerifyEvidence>().ExecuteAsync(TestContext.Current.CancellationToken)).Entries);
        await using var db = await Factory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var stored = await db.Versions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ReviewReason.FirstIssue, "", 0), (stored.Release.Reason!.Value, stored.Release.DecidedBy, stored.Release.Changes.Count));
        Assert.Equal(AudienceDuty.InFull([Audience.Employee, Audience.Governor, Audience.Volunteer]), stored.Release.Duties);
        var facts = await db.ReadSchoolFactsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(StandingKind.Signed, Assert.Single(facts.RequirementsAt(new DateOnly(2026, 9, 20))).Standing.Kind);
    }

    private IDbContextFactory<InductionDb> Factory => services.GetRequiredService<IDbContextFactory<InductionDb>>();

    /// <summary>The file as the program wrote it before: its tables, and its entries in their first form.</summary>
    private async Task MakeAsync(StaffMember person, PolicyVersion version)
    {
        await using var db = await Factory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.GetService<IMigrator>().MigrateAsync("AppendOnly", TestContext.Current.CancellationToken);
        var attestation = Guid.NewGuid();
        var published = EvidenceEntry.Append(null, EvidenceKind.PolicyPublished, TestSchool.Monday, version.Id.ToString(), (PublicationFacts.Of(version) with { Form = "publication/1", SignedBy = ["Employee", "Governor", "Volunteer"], Release = null }).ToJson());
        var signed = EvidenceEntry.Append(published, EvidenceKind.PolicySigned, TestSchool.Monday.AddHours(1), attestation.ToString(), Signed(person, version, attestation).ToJson());
        foreach (var entry in new[] { published, signed })
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO Evidence (Number, Kind, At, Subject, Payload, PayloadHash, PreviousHash, Hash) VALUES ({entry.Number}, {entry.Kind.ToString()}, {entry.At.UtcDateTime}, {entry.Subject}, {entry.Payload}, {entry.PayloadHash}, {entry.PreviousHash}, {entry.Hash})",
                TestContext.Current.CancellationToken);
        }

        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO People (Id, FullName, JobTitle, Audience, StartsOn) VALUES ({person.Id.Value}, {person.FullName}, {person.JobTitle}, {person.Audience.ToString()}, {person.StartsOn})",
            TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO Policies (Id, Title, SignedBy) VALUES ({version.PolicyId.Value}, {"Visitors Policy"}, {"Employee Governor Volunteer"})", TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO PolicyVersions (Id, PolicyId, Number, Text, TextHash, PublishedAt, PublishedBy, SourceName) VALUES ({version.Id.Value}, {version.PolicyId.Value}, 1, {PolicyTextJson.Write(version.Text)}, {version.TextHash}, {version.PublishedAt.UtcDateTime}, {version.PublishedBy}, {version.SourceName})",
            TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO Attestations (Id, StaffId, VersionId, SignedAt, EvidenceNumber) VALUES ({attestation}, {person.Id.Value}, {version.Id.Value}, {TestSchool.Monday.AddHours(1).UtcDateTime}, 2)",
            TestContext.Current.CancellationToken);
    }

    private static AttestationFacts Signed(StaffMember person, PolicyVersion version, Guid attestation) => new(
        "attestation/1",
        AttestationFacts.Electronic,
        attestation,
        TestSchool.Name,
        new(person.Id.Value, person.FullName, null, person.JobTitle, "Employee"),
        new("password", TestSchool.Monday, "session", null, null),
        new(version.PolicyId.Value, version.Id.Value, "Visitors Policy", 1, version.PublishedOn, version.PublishedBy, version.TextHash, version.Text.KeyDetails, version.Text.BasedOn, "2025-10", "", IsReviewOverdue: true, new DateOnly(2026, 9, 28)),
        [],
        new("I have read.", "I have understood.", "I agree.", "Sign this policy", person.FullName),
        new(TestSchool.Monday.AddHours(1), "Europe/London", "BST", "+01:00", "server"),
        "StocksGreen.Induction 0.1.0",
        IsDemonstration: false);
}
