using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Data.Tables;

internal sealed class PolicyTable : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> table)
    {
        table.ToTable("Policies").HasKey(policy => policy.Id);
        table.Property(policy => policy.Title).HasMaxLength(200);
        table.Property(policy => policy.SignedBy).HasConversion(
            audiences => string.Join(' ', audiences),
            stored => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<Audience>(name)).ToList(),
            new ValueComparer<IReadOnlyList<Audience>>(
                (one, other) => (one ?? Array.Empty<Audience>()).SequenceEqual(other ?? Array.Empty<Audience>()),
                audiences => audiences.Aggregate(0, (hash, audience) => HashCode.Combine(hash, audience))));
    }
}

internal sealed class PolicyVersionTable : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> table)
    {
        table.ToTable("PolicyVersions").HasKey(version => version.Id);
        table.HasIndex(version => new { version.PolicyId, version.Number }).IsUnique();
        table.HasOne<Policy>().WithMany().HasForeignKey(version => version.PolicyId).OnDelete(DeleteBehavior.Restrict);
        table.Ignore(version => version.Parts);
    }
}
