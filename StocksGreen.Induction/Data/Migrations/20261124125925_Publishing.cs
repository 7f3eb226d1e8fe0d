using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class Publishing : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "IX_Attestations_StaffId_VersionId",
            table: "Attestations");

        foreach (var trigger in AppendOnlyTriggers.Thaw("PolicyVersions").Concat(AppendOnlyTriggers.Thaw("Attestations")))
        {
            migrationBuilder.Sql(trigger);
        }

        migrationBuilder.AddColumn<string>(
            name: "Release",
            table: "PolicyVersions",
            type: "TEXT",
            nullable: false,
            defaultValue: "");

        migrationBuilder.AddColumn<string>(
            name: "Duty",
            table: "Attestations",
            type: "TEXT",
            nullable: false,
            defaultValue: "FullSignature");

        // Until now a policy named its audiences, and every version was signed in full by all of them. Why a later version was made, and who
        // decided it, was not recorded.
        migrationBuilder.Sql("""
            UPDATE PolicyVersions SET Release = json_object(
                'reason', CASE WHEN Number = 1 THEN 'FirstIssue' END, 'note', '', 'decidedBy', '', 'summary', '', 'changes', json('[]'),
                'duties', (
                    SELECT json_group_array(json_object('audience', audience.value, 'duty', 'FullSignature', 'parts', NULL))
                    FROM json_each('["Employee","Governor","Volunteer","Contractor","Visitor"]') AS audience, Policies
                    WHERE Policies.Id = PolicyVersions.PolicyId AND ' ' || Policies.SignedBy || ' ' LIKE '% ' || audience.value || ' %'));
            """);
        migrationBuilder.Sql("ALTER TABLE Policies DROP COLUMN SignedBy;");

        migrationBuilder.CreateTable(
            name: "AudienceDecisions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Duties = table.Column<string>(type: "TEXT", nullable: false),
                DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AudienceDecisions", x => x.Id);
                table.ForeignKey(
                    name: "FK_AudienceDecisions_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_AudienceDecisions_PolicyVersions_VersionId",
                    column: x => x.VersionId,
                    principalTable: "PolicyVersions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "EditionsInForce",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                Year = table.Column<int>(type: "INTEGER", nullable: false),
                From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_EditionsInForce", x => x.Id);
                table.ForeignKey(
                    name: "FK_EditionsInForce_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "KeyRoleChanges",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Role = table.Column<string>(type: "TEXT", nullable: false),
                Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_KeyRoleChanges", x => x.Id);
                table.ForeignKey(
                    name: "FK_KeyRoleChanges_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "PolicyDrafts",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                PolicyId = table.Column<Guid>(type: "TEXT", nullable: true),
                SourceName = table.Column<string>(type: "TEXT", nullable: false),
                SourceText = table.Column<string>(type: "TEXT", nullable: false),
                Warnings = table.Column<string>(type: "TEXT", nullable: false),
                CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                Revision = table.Column<int>(type: "INTEGER", nullable: false),
                Plan = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PolicyDrafts", x => x.Id);
                table.ForeignKey(
                    name: "FK_PolicyDrafts_Policies_PolicyId",
                    column: x => x.PolicyId,
                    principalTable: "Policies",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "DraftRevisions",
            columns: table => new
            {
                DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                Number = table.Column<int>(type: "INTEGER", nullable: false),
                Text = table.Column<string>(type: "TEXT", nullable: false),
                What = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                By = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DraftRevisions", x => new { x.DraftId, x.Number });
                table.ForeignKey(
                    name: "FK_DraftRevisions_PolicyDrafts_DraftId",
                    column: x => x.DraftId,
                    principalTable: "PolicyDrafts",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Attestations_StaffId_VersionId_Duty",
            table: "Attestations",
            columns: new[] { "StaffId", "VersionId", "Duty" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_AudienceDecisions_EvidenceNumber",
            table: "AudienceDecisions",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_AudienceDecisions_VersionId",
            table: "AudienceDecisions",
            column: "VersionId");

        migrationBuilder.CreateIndex(
            name: "IX_EditionsInForce_EvidenceNumber",
            table: "EditionsInForce",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_KeyRoleChanges_EvidenceNumber",
            table: "KeyRoleChanges",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_PolicyDrafts_PolicyId",
            table: "PolicyDrafts",
            column: "PolicyId");

        foreach (var trigger in AppendOnlyTriggers.Publishing.SelectMany(table => AppendOnlyTriggers.Freeze(table.Table, table.Collides)))
        {
            migrationBuilder.Sql(trigger);
        }
    }

    /// <inheritdoc />
    /// <remarks>What was published and signed in the newer form has no place in the older one, so there is no way back: restore a back-up.</remarks>
    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("This step cannot be undone. Restore a back-up made before it.");
}
