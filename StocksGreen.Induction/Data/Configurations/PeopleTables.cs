using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Configurations;

internal sealed class SchoolTable : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> table) => table.ToTable("School").HasKey(school => school.Id);
}

internal sealed class StaffMemberTable : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> table)
    {
        table.ToTable("People").HasKey(person => person.Id);
        table.Property(person => person.FullName).HasMaxLength(120);
        table.Property(person => person.Email).HasMaxLength(254);
        table.Property(person => person.JobTitle).HasMaxLength(200);
        table.Property(person => person.StaffNumber).HasMaxLength(40);
        table.HasIndex(person => person.StaffNumber).IsUnique();
        table.Ignore(person => person.NameAfterRemoval);
    }
}

internal sealed class StaffUploadTable : IEntityTypeConfiguration<StaffUpload>
{
    public void Configure(EntityTypeBuilder<StaffUpload> table) => table.ToTable("StaffUploads").HasKey(upload => upload.Id);
}

internal sealed class AbsenceTable : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> table)
    {
        table.ToTable("Absences").HasKey(absence => absence.Id);
        table.HasOne<StaffMember>().WithMany().HasForeignKey(absence => absence.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("Accounts").Ignore(account => account.IsClosed);
        table.HasIndex(account => account.StaffId).IsUnique();
        table.HasOne<StaffMember>().WithMany().HasForeignKey(account => account.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Mapped by hand: Identity's third schema would map it too, and change the tables that are there.</summary>
internal sealed class PasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> table)
    {
        table.ToTable("Passkeys").HasKey(passkey => passkey.CredentialId);
        table.OwnsOne(passkey => passkey.Data).ToJson();
        table.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}

internal sealed class SignInLinkTable : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> table)
    {
        table.ToTable("SignInLinks").HasKey(link => link.Hash);
        table.HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId);
    }
}

internal sealed class SignInCodeTable : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> table)
    {
        table.ToTable("SignInCodes").HasKey(code => code.AccountId);
        table.HasOne<Account>().WithOne().HasForeignKey<SignInCode>(code => code.AccountId);
    }
}

internal sealed class UserSessionTable : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> table)
    {
        table.ToTable("Sessions").HasKey(session => session.Hash);
        table.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId);
    }
}

internal sealed class AuthenticatorAppTable : IEntityTypeConfiguration<AuthenticatorApp>
{
    public void Configure(EntityTypeBuilder<AuthenticatorApp> table)
    {
        table.ToTable("AuthenticatorApps").HasKey(app => app.AccountId);
        table.HasOne<Account>().WithOne().HasForeignKey<AuthenticatorApp>(app => app.AccountId);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> table)
    {
        table.ToTable("RecoveryCodes").HasKey(code => code.Hash);
        table.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
    }
}
