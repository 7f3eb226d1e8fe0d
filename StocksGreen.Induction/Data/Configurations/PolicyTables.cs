using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;

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
        table.HasOne<PolicyDraft>().WithMany().HasForeignKey(revision => revision.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}
