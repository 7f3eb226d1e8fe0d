using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Configurations;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.HasIndex(row => row.Reason).IsUnique();
        table.HasIndex(row => new { row.Kind, row.At });
    }
}

internal sealed class NoticeOutcomeTable : IEntityTypeConfiguration<NoticeOutcome>
{
    public void Configure(EntityTypeBuilder<NoticeOutcome> table) =>
        table.HasOne<Notice>().WithMany().HasForeignKey(row => row.NoticeId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class OutboxMailTable : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> table)
    {
        table.ToTable("OutboxMails").HasKey(mail => mail.Id);
        table.HasOne<Notice>().WithOne().HasForeignKey<OutboxMail>(mail => mail.Id).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(mail => mail.Reason).IsUnique();
        table.HasIndex(mail => new { mail.State, mail.NextTryAt });
        table.HasIndex(mail => new { mail.StaffId, mail.State });
        table.HasIndex(mail => mail.EndedAt);
    }
}

internal sealed class ChaseSelectionTable : IEntityTypeConfiguration<ChaseSelection>
{
    public void Configure(EntityTypeBuilder<ChaseSelection> table)
    {
        table.ToTable("ChaseSelections").HasKey(selection => selection.Id);
        table.Property(selection => selection.People).HasConversion(new JsonColumn<IReadOnlyList<StaffId>>(), JsonColumn<IReadOnlyList<StaffId>>.Comparer);
    }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> table)
    {
        table.ToTable("SavedViews").HasKey(view => view.Id);
        table.HasOne<StaffMember>().WithMany().HasForeignKey(view => view.StaffId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(view => new { view.StaffId, view.Name }).IsUnique();
    }
}

internal sealed class MadeReportTable : IEntityTypeConfiguration<MadeReport>
{
    public void Configure(EntityTypeBuilder<MadeReport> table)
    {
        table.ToTable("MadeReports").HasKey(report => report.Id);
        table.HasIndex(report => report.At);
    }
}

internal sealed class KeptScanTable : IEntityTypeConfiguration<KeptScan>
{
    public void Configure(EntityTypeBuilder<KeptScan> table) => table.ToTable("KeptScans").HasKey(scan => scan.Id);
}
