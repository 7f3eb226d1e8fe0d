using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class Exceptions : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Until now nothing but the demonstration could write an exemption, and no entry sealed it: no decision of a school is lost.
        migrationBuilder.DropTable(name: "Exemptions");

        // Lines are derived anew by the rule that comes with this step.
        migrationBuilder.AddColumn<DateOnly>(name: "LongOverdueOn", table: "RequirementLines", type: "TEXT", nullable: false, defaultValue: new DateOnly(1, 1, 1));

        migrationBuilder.CreateTable(
            name: "Exemptions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                Reason = table.Column<string>(type: "TEXT", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Exemptions", x => x.Id);
                table.ForeignKey("FK_Exemptions_Evidence_EvidenceNumber", x => x.EvidenceNumber, "Evidence", "Number", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Exemptions_People_StaffId", x => x.StaffId, "People", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Exemptions_Policies_PolicyId", x => x.PolicyId, "Policies", "Id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(name: "IX_Exemptions_EvidenceNumber", table: "Exemptions", column: "EvidenceNumber");
        migrationBuilder.CreateIndex(name: "IX_Exemptions_PolicyId", table: "Exemptions", column: "PolicyId");
        migrationBuilder.CreateIndex(name: "IX_Exemptions_StaffId_PolicyId", table: "Exemptions", columns: ["StaffId", "PolicyId"]);

        migrationBuilder.CreateTable(
            name: "DueRules",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                PolicyId = table.Column<Guid>(type: "TEXT", nullable: true),
                NewStarterDays = table.Column<int>(type: "INTEGER", nullable: false),
                ReissueDays = table.Column<int>(type: "INTEGER", nullable: false),
                LongOverdueDay = table.Column<int>(type: "INTEGER", nullable: false),
                IsInUse = table.Column<bool>(type: "INTEGER", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DueRules", x => x.Id);
                table.ForeignKey(
                    name: "FK_DueRules_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_DueRules_Policies_PolicyId",
                    column: x => x.PolicyId,
                    principalTable: "Policies",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ExemptionEnds",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                ExemptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Reason = table.Column<string>(type: "TEXT", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ExemptionEnds", x => x.Id);
                table.ForeignKey(
                    name: "FK_ExemptionEnds_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_ExemptionEnds_Exemptions_ExemptionId",
                    column: x => x.ExemptionId,
                    principalTable: "Exemptions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Extensions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Reason = table.Column<string>(type: "TEXT", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Extensions", x => x.Id);
                table.ForeignKey(
                    name: "FK_Extensions_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_Extensions_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_Extensions_Policies_PolicyId",
                    column: x => x.PolicyId,
                    principalTable: "Policies",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_DueRules_EvidenceNumber",
            table: "DueRules",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_DueRules_PolicyId",
            table: "DueRules",
            column: "PolicyId");

        migrationBuilder.CreateIndex(
            name: "IX_ExemptionEnds_EvidenceNumber",
            table: "ExemptionEnds",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_ExemptionEnds_ExemptionId",
            table: "ExemptionEnds",
            column: "ExemptionId");

        migrationBuilder.CreateIndex(
            name: "IX_Extensions_EvidenceNumber",
            table: "Extensions",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Extensions_PolicyId",
            table: "Extensions",
            column: "PolicyId");

        migrationBuilder.CreateIndex(
            name: "IX_Extensions_StaffId_PolicyId",
            table: "Extensions",
            columns: new[] { "StaffId", "PolicyId" });

        migrationBuilder.Sql(AppendOnlyTriggers.FreezeSealed(AppendOnlyTriggers.Requirements));
        migrationBuilder.Sql(string.Join('\n', RequirementTriggers.Exceptions()));
    }

    /// <inheritdoc />
    /// <remarks>What was decided has no place in the older form, so there is no way back: restore a back-up.</remarks>
    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("This step cannot be undone. Restore a back-up made before it.");
}
