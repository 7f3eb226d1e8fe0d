using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Data.Entities;

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
