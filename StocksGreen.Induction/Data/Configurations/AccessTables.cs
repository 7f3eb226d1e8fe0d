using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Privacy;

namespace StocksGreen.Induction.Data.Configurations;

internal sealed class AccessEntryTable : IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<AccessEntry> table)
    {
        table.ToTable("AccessEntries").HasKey(entry => entry.Number);
        table.Property(entry => entry.Act).HasConversion<string>();
        table.HasIndex(entry => entry.At);
        table.HasIndex(entry => new { entry.By, entry.Number });
        table.IsAppendOnlyFor(AccessEntry.KeptDays, nameof(AccessEntry.At));
    }
}

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> table)
    {
        table.ToTable("RetentionRuns").HasKey(run => run.Number);
        table.HasIndex(run => run.At);
        table.IsAppendOnlyFor(AccessEntry.KeptDays, nameof(RetentionRun.At));
    }
}

internal sealed class TombstoneTable : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> table)
    {
        table.ToTable("Tombstones").HasKey(stone => stone.Number);
        table.IsAppendOnly();
    }
}

internal sealed class PrivacyAnswerTable : IEntityTypeConfiguration<PrivacyAnswer>
{
    public void Configure(EntityTypeBuilder<PrivacyAnswer> table) =>
        table.HasOne<PrivacyRequest>().WithMany().HasForeignKey(row => row.RequestId).OnDelete(DeleteBehavior.Restrict);
}
