using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Data.Tables;

internal sealed class NoticeTable() : SealedTable<Notice>("Notices")
{
    protected override void Detail(EntityTypeBuilder<Notice> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.Property(row => row.About).HasConversion(new JsonColumn<IReadOnlyList<VersionId>>(), JsonColumn<IReadOnlyList<VersionId>>.Comparer);
        table.Property(row => row.Of).HasConversion(new JsonColumn<IReadOnlyList<StaffId>>(), JsonColumn<IReadOnlyList<StaffId>>.Comparer);
        table.HasIndex(row => row.Reason).IsUnique();
        table.HasIndex(row => new { row.Kind, row.At });
    }
}

internal sealed class NoticeOutcomeTable() : SealedTable<NoticeOutcome>("NoticeOutcomes")
{
    protected override void Detail(EntityTypeBuilder<NoticeOutcome> table) =>
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
