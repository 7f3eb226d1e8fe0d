using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Data.Configurations;

internal sealed class PolicyTable : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> table)
    {
        table.ToTable("Policies").HasKey(policy => policy.Id);
        table.Property(policy => policy.Title).HasMaxLength(200);
    }
}

internal sealed class PolicyVersionTable : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> table)
    {
        table.HasKey(version => version.Id);
        table.HasIndex(version => new { version.PolicyId, version.Number }).IsUnique();
        table.HasOne<Policy>().WithMany().HasForeignKey(version => version.PolicyId).OnDelete(DeleteBehavior.Restrict);
        table.Property(version => version.Release).HasConversion(new JsonColumn<Release>(), JsonColumn<Release>.Comparer);
        table
            .Property<OriginalFile>(nameof(PolicyVersion.Original))
            .HasConversion(new JsonColumn<OriginalFile>(), JsonColumn<OriginalFile>.Comparer)
            .IsRequired(false);
        table
            .Property<FidelityRecord>(nameof(PolicyVersion.Fidelity))
            .HasConversion(new JsonColumn<FidelityRecord>(), JsonColumn<FidelityRecord>.Comparer)
            .IsRequired(false);
        table
            .Property<ExtractRecord>(nameof(PolicyVersion.Extract))
            .HasConversion(new JsonColumn<ExtractRecord>(), JsonColumn<ExtractRecord>.Comparer)
            .IsRequired(false);
        table.Ignore(version => version.Parts);
    }
}

internal sealed class PolicyDraftTable : IEntityTypeConfiguration<PolicyDraft>
{
    public void Configure(EntityTypeBuilder<PolicyDraft> table)
    {
        table.ToTable("PolicyDrafts").HasKey(draft => draft.Id);
        table.Property(draft => draft.Warnings).HasConversion(new JsonColumn<IReadOnlyList<string>>(), JsonColumn<IReadOnlyList<string>>.Comparer);
        table.Property<PublishPlan>(nameof(PolicyDraft.Plan)).HasConversion(new JsonColumn<PublishPlan>(), JsonColumn<PublishPlan>.Comparer).IsRequired(false);
        table
            .Property<OriginalFile>(nameof(PolicyDraft.Original))
            .HasConversion(new JsonColumn<OriginalFile>(), JsonColumn<OriginalFile>.Comparer)
            .IsRequired(false);
        table.Property(draft => draft.Report).HasConversion(new JsonColumn<FidelityReport>(), JsonColumn<FidelityReport>.Comparer);
        // Two people who change one draft at once: the second is told.
        table.Property(draft => draft.Revision).IsConcurrencyToken();
        table.HasOne<Policy>().WithMany().HasForeignKey(draft => draft.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DraftRevisionTable : IEntityTypeConfiguration<DraftRevision>
{
    public void Configure(EntityTypeBuilder<DraftRevision> table)
    {
        table.ToTable("DraftRevisions").HasKey(revision => new { revision.DraftId, revision.Number });
        table
            .Property(revision => revision.Decisions)
            .HasConversion(new JsonColumn<IReadOnlyList<FidelityDecision>>(), JsonColumn<IReadOnlyList<FidelityDecision>>.Comparer);
        table
            .Property<DraftExtract>(nameof(DraftRevision.Extract))
            .HasConversion(new JsonColumn<DraftExtract>(), JsonColumn<DraftExtract>.Comparer)
            .IsRequired(false);
        table.HasOne<PolicyDraft>().WithMany().HasForeignKey(revision => revision.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DraftFileTable : IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<DraftFile> table)
    {
        table.ToTable("DraftFiles").HasKey(file => new { file.DraftId, file.Sha256 });
        table.HasOne<PolicyDraft>().WithMany().HasForeignKey(file => file.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PolicyFileTable : IEntityTypeConfiguration<PolicyFile>
{
    public void Configure(EntityTypeBuilder<PolicyFile> table)
    {
        table.ToTable("PolicyFiles").HasKey(file => file.Sha256);
        table.Ignore(file => file.IsWhole);
        table.IsAppendOnly();
    }
}
