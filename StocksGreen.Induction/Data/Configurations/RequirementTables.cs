using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Data.Entities;

namespace StocksGreen.Induction.Data.Configurations;

internal sealed class RequirementLineTable : IEntityTypeConfiguration<RequirementLine>
{
    /// <summary>Who has signed or left is on no list that is sorted, so the indexes are of the others: they stay small, and signing is cheap.</summary>
    private const string NotSigned = "State <= 3";

    public void Configure(EntityTypeBuilder<RequirementLine> table)
    {
        table.ToTable("RequirementLines").HasKey(line => new { line.StaffId, line.PolicyId });
        table.Property(line => line.State).HasConversion<int>();
        table
            .HasIndex(
                line => new
                {
                    line.State,
                    line.DueOn,
                    line.NameOrder,
                    line.PolicyOrder,
                },
                "IX_RequirementLines_Urgency"
            )
            .HasFilter(NotSigned);
        table
            .HasIndex(
                line => new
                {
                    line.PolicyId,
                    line.State,
                    line.DueOn,
                    line.NameOrder,
                },
                "IX_RequirementLines_Policy"
            )
            .HasFilter(NotSigned);
        table
            .HasIndex(
                line => new
                {
                    line.JobTitle,
                    line.State,
                    line.DueOn,
                    line.NameOrder,
                },
                "IX_RequirementLines_Role"
            )
            .HasFilter(NotSigned);
        table
            .HasIndex(
                line => new
                {
                    line.LineLead,
                    line.State,
                    line.DueOn,
                    line.NameOrder,
                },
                "IX_RequirementLines_Lead"
            )
            .HasFilter(NotSigned);
        table.HasIndex(line => new { line.NameOrder, line.PolicyOrder }, "IX_RequirementLines_Name").HasFilter(NotSigned);
        table
            .HasIndex(
                line => new
                {
                    line.PolicyOrder,
                    line.DueOn,
                    line.NameOrder,
                },
                "IX_RequirementLines_Title"
            )
            .HasFilter(NotSigned);
    }
}

internal sealed class RequirementPersonTable : IEntityTypeConfiguration<RequirementPerson>
{
    public void Configure(EntityTypeBuilder<RequirementPerson> table)
    {
        table.ToTable("RequirementPeople").HasKey(person => person.StaffId);
        table.HasIndex(person => person.ChangesOn);
        table.HasIndex(person => person.EarliestDue);
    }
}

internal sealed class RequirementCountTable : IEntityTypeConfiguration<RequirementCount>
{
    public void Configure(EntityTypeBuilder<RequirementCount> table)
    {
        table
            .ToTable("RequirementCounts")
            .HasKey(count => new
            {
                count.PolicyId,
                count.Audience,
                count.State,
                count.Day,
            });
        table.Property(count => count.State).HasConversion<int>();
    }
}

internal sealed class RequirementToDeriveTable : IEntityTypeConfiguration<RequirementToDerive>
{
    public void Configure(EntityTypeBuilder<RequirementToDerive> table) => table.ToTable("RequirementsToDerive").HasKey(row => new { row.Scope, row.Key });
}

internal sealed class RequirementRuleTable : IEntityTypeConfiguration<RequirementRule>
{
    public void Configure(EntityTypeBuilder<RequirementRule> table)
    {
        table.ToTable("RequirementRules").HasKey(rule => rule.Id);
        table.Property(rule => rule.Id).ValueGeneratedNever();
    }
}
