using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Tables;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Data;

/// <summary>The school's database. One context per operation, always from the factory; what proves something is written through <see cref="EvidenceWriter"/>.</summary>
public sealed class InductionDb(DbContextOptions<InductionDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<School> Schools => Set<School>();

    public DbSet<StaffMember> People => Set<StaffMember>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<Policy> Policies => Set<Policy>();

    public DbSet<PolicyVersion> Versions => Set<PolicyVersion>();

    public DbSet<AudienceDecision> AudienceDecisions => Set<AudienceDecision>();

    public DbSet<PolicyDraft> Drafts => Set<PolicyDraft>();

    public DbSet<DraftRevision> DraftRevisions => Set<DraftRevision>();

    public DbSet<KeyRoleChange> KeyRoleChanges => Set<KeyRoleChange>();

    public DbSet<EditionInForce> EditionsInForce => Set<EditionInForce>();

    public DbSet<SectionConfirmation> Confirmations => Set<SectionConfirmation>();

    public DbSet<Attestation> Attestations => Set<Attestation>();

    public DbSet<Exemption> Exemptions => Set<Exemption>();

    public DbSet<Chase> Chases => Set<Chase>();

    public DbSet<EvidenceEntry> Evidence => Set<EvidenceEntry>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(InductionDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ColumnTypes.Configure(configurationBuilder);
}
