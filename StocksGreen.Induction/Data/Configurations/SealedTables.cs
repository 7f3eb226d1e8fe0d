using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Configurations;

/// <summary>
/// Maps every kind of evidence by what its type says. Only what a type cannot say, an index or a reference to another record, has a configuration of its own
/// below.
/// </summary>
internal static class SealedTables
{
    /// <summary>What an id refers to where a column bears its name: <c>StaffId StaffId</c>.</summary>
    private static readonly Dictionary<Type, Type> Referred = new()
    {
        [typeof(StaffId)] = typeof(StaffMember),
        [typeof(PolicyId)] = typeof(Policy),
        [typeof(VersionId)] = typeof(PolicyVersion),
        [typeof(AttestationId)] = typeof(Attestation),
    };

    internal static void Map(ModelBuilder builder)
    {
        foreach (var kind in EvidenceRegistry.Kinds)
        {
            var table = builder.Entity(kind.Row);
            table.ToTable(kind.Table);
            if (kind.GoesWithItsFacts)
            {
                table.IsAppendOnlyUntilPurged();
            }
            else
            {
                table.IsAppendOnly();
            }

            if (kind.NamesItsEntry)
            {
                table.HasOne(typeof(EvidenceEntry)).WithMany().HasForeignKey(nameof(ISealedRow.EvidenceNumber)).OnDelete(DeleteBehavior.Restrict);
            }

            if (kind.Row.IsAssignableTo(typeof(SealedRecord)))
            {
                table.MayLoseNames();
                table.HasKey(nameof(SealedRecord.Id));
                foreach (var column in kind.Row.GetProperties().Where(property => property.CanWrite))
                {
                    MapColumn(table, column);
                }
            }
        }
    }

    private static void MapColumn(EntityTypeBuilder table, PropertyInfo column)
    {
        var type = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
        if (type.IsEnum)
        {
            table.Property(column.PropertyType, column.Name).HasConversion<string>();
        }
        else if (type.Name == column.Name && Referred.TryGetValue(type, out var referred))
        {
            table.HasOne(referred).WithMany().HasForeignKey(column.Name).OnDelete(DeleteBehavior.Restrict);
        }
        else if (!type.IsValueType && type != typeof(string))
        {
            var json = typeof(JsonColumn<>).MakeGenericType(type);
            table
                .Property(column.PropertyType, column.Name)
                .HasConversion(
                    (ValueConverter)Activator.CreateInstance(json)!,
                    (ValueComparer)json.GetProperty(nameof(JsonColumn<object>.Comparer), BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!
                );
        }
    }
}

internal sealed class ChaseTable : IEntityTypeConfiguration<Chase>
{
    public void Configure(EntityTypeBuilder<Chase> table) =>
        table.HasIndex(chase => new
        {
            chase.StaffId,
            chase.VersionId,
            chase.At,
        });
}

internal sealed class ChaseTakenBackTable : IEntityTypeConfiguration<ChaseTakenBack>
{
    public void Configure(EntityTypeBuilder<ChaseTakenBack> table)
    {
        table.HasOne<Chase>().WithMany().HasForeignKey(row => row.ChaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => row.ChaseId).IsUnique();
    }
}

internal sealed class PersonChangeTable : IEntityTypeConfiguration<PersonChange>
{
    public void Configure(EntityTypeBuilder<PersonChange> table)
    {
        table.HasIndex(row => new { row.StaffId, row.EvidenceNumber });
        table.HasIndex(row => row.At);
    }
}

internal sealed class ReaderAnswerTable : IEntityTypeConfiguration<ReaderAnswer>
{
    public void Configure(EntityTypeBuilder<ReaderAnswer> table) =>
        table.HasOne<ReaderQuestion>().WithMany().HasForeignKey(row => row.QuestionId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class CheckQuestionTable : IEntityTypeConfiguration<QuizQuestion>
{
    public void Configure(EntityTypeBuilder<QuizQuestion> table) => table.HasIndex(row => new { row.QuestionId, row.Number }).IsUnique();
}

internal sealed class CheckAttemptTable : IEntityTypeConfiguration<QuizAttempt>
{
    public void Configure(EntityTypeBuilder<QuizAttempt> table) => table.HasIndex(row => new { row.StaffId, row.VersionId });
}

internal sealed class AdjustmentMadeTable : IEntityTypeConfiguration<AdjustmentMade>
{
    public void Configure(EntityTypeBuilder<AdjustmentMade> table) =>
        table.HasOne<AdjustmentRequest>().WithMany().HasForeignKey(row => row.RequestId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class DeclarationDecisionTable : IEntityTypeConfiguration<DeclarationDecision>
{
    public void Configure(EntityTypeBuilder<DeclarationDecision> table) =>
        table.HasOne<Declaration>().WithMany().HasForeignKey(row => row.DeclarationId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class DeclarationAcknowledgementTable : IEntityTypeConfiguration<DeclarationAcknowledgement>
{
    public void Configure(EntityTypeBuilder<DeclarationAcknowledgement> table) =>
        table.HasOne<DeclarationDecision>().WithMany().HasForeignKey(row => row.DecisionId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class PackTable : IEntityTypeConfiguration<InductionPack>
{
    public void Configure(EntityTypeBuilder<InductionPack> table) => table.HasIndex(row => new { row.PackId, row.Number }).IsUnique();
}

internal sealed class BriefingConfirmationTable : IEntityTypeConfiguration<BriefingConfirmation>
{
    public void Configure(EntityTypeBuilder<BriefingConfirmation> table) =>
        table.HasOne<Briefing>().WithMany().HasForeignKey(row => row.BriefingId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class ExemptionTable : IEntityTypeConfiguration<Exemption>
{
    public void Configure(EntityTypeBuilder<Exemption> table) => table.HasIndex(row => new { row.StaffId, row.PolicyId });
}

internal sealed class ExemptionEndTable : IEntityTypeConfiguration<ExemptionEnd>
{
    public void Configure(EntityTypeBuilder<ExemptionEnd> table) =>
        table.HasOne<Exemption>().WithMany().HasForeignKey(row => row.ExemptionId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class ExtensionTable : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> table) => table.HasIndex(row => new { row.StaffId, row.PolicyId });
}
