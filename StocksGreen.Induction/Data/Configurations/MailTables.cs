using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;

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
