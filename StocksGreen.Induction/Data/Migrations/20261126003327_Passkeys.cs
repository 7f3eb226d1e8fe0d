using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class Passkeys : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Passkeys",
            columns: table => new
            {
                CredentialId = table.Column<byte[]>(type: "BLOB", nullable: false),
                UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                Data = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Passkeys", x => x.CredentialId);
                table.ForeignKey(
                    name: "FK_Passkeys_Accounts_UserId",
                    column: x => x.UserId,
                    principalTable: "Accounts",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Passkeys_UserId",
            table: "Passkeys",
            column: "UserId");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Passkeys");
    }
}
