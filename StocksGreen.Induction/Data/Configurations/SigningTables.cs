using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Configurations;

internal sealed class SectionConfirmationTable : IEntityTypeConfiguration<SectionConfirmation>
{
    public void Configure(EntityTypeBuilder<SectionConfirmation> table)
    {
        table.HasKey(confirmation => new
        {
            confirmation.StaffId,
            confirmation.VersionId,
            confirmation.Ordinal,
        });
        table.HasOne<StaffMember>().WithMany().HasForeignKey(confirmation => confirmation.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PolicyVersion>().WithMany().HasForeignKey(confirmation => confirmation.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttestationTable : IEntityTypeConfiguration<Attestation>
{
    /// <summary>Someone signs a second time in one depth only where the first signature was withdrawn.</summary>
    private const string SignedAgain =
        "StaffId = NEW.StaffId AND VersionId = NEW.VersionId AND Duty = NEW.Duty"
        + " AND NOT EXISTS (SELECT 1 FROM Corrections WHERE Corrections.AttestationId = Attestations.Id AND Corrections.Does = 'Withdraws')";

    public void Configure(EntityTypeBuilder<Attestation> table)
    {
        table.HasKey(attestation => attestation.Id);
        // A volunteer who signed in short and is then employed signs the same version in full.
        table.HasIndex(attestation => new
        {
            attestation.StaffId,
            attestation.VersionId,
            attestation.Duty,
        });
        table.HasOne<StaffMember>().WithMany().HasForeignKey(attestation => attestation.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PolicyVersion>().WithMany().HasForeignKey(attestation => attestation.VersionId).OnDelete(DeleteBehavior.Restrict);
        table.AlsoCollidesWhere(SignedAgain);
    }
}

internal sealed class EvidenceEntryTable : IEntityTypeConfiguration<EvidenceEntry>
{
    public void Configure(EntityTypeBuilder<EvidenceEntry> table)
    {
        table.ToTable("Evidence").HasKey(entry => entry.Number);
        table.Property(entry => entry.Number).ValueGeneratedNever();
        table.HasIndex(entry => entry.Hash).IsUnique();
        table.HasIndex(entry => new { entry.Kind, entry.Subject });
        table.IsAppendOnly();
    }
}

internal sealed class PartReadingTable : IEntityTypeConfiguration<PartReading>
{
    public void Configure(EntityTypeBuilder<PartReading> table)
    {
        table
            .ToTable("PartReadings")
            .HasKey(reading => new
            {
                reading.StaffId,
                reading.VersionId,
                reading.Ordinal,
            });
        table.HasOne<StaffMember>().WithMany().HasForeignKey(reading => reading.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PolicyVersion>().WithMany().HasForeignKey(reading => reading.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperScanTable : IEntityTypeConfiguration<PaperScan>
{
    public void Configure(EntityTypeBuilder<PaperScan> table)
    {
        table.ToTable("PaperScans").HasKey(scan => scan.AttestationId);
        table.HasOne<Attestation>().WithOne().HasForeignKey<PaperScan>(scan => scan.AttestationId).OnDelete(DeleteBehavior.Restrict);
        table.IsAppendOnly();
    }
}
