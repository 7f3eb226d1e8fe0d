using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class Requirements : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "RequirementCounts",
            columns: table => new
            {
                PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                Audience = table.Column<string>(type: "TEXT", nullable: false),
                State = table.Column<int>(type: "INTEGER", nullable: false),
                Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Lines = table.Column<int>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequirementCounts", x => new { x.PolicyId, x.Audience, x.State, x.Day });
            });

        migrationBuilder.CreateTable(
            name: "RequirementLines",
            columns: table => new
            {
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                State = table.Column<int>(type: "INTEGER", nullable: false),
                DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                Asked = table.Column<string>(type: "TEXT", nullable: true),
                Audience = table.Column<string>(type: "TEXT", nullable: false),
                JobTitle = table.Column<string>(type: "TEXT", nullable: false),
                LineLead = table.Column<Guid>(type: "TEXT", nullable: true),
                NameOrder = table.Column<string>(type: "TEXT", nullable: false),
                PolicyOrder = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequirementLines", x => new { x.StaffId, x.PolicyId });
            });

        migrationBuilder.CreateTable(
            name: "RequirementPeople",
            columns: table => new
            {
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                Words = table.Column<string>(type: "TEXT", nullable: false),
                ChangesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                EarliestDue = table.Column<DateOnly>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequirementPeople", x => x.StaffId);
            });

        migrationBuilder.CreateTable(
            name: "RequirementRules",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false),
                Version = table.Column<int>(type: "INTEGER", nullable: false),
                Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequirementRules", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "RequirementsToDerive",
            columns: table => new
            {
                Scope = table.Column<string>(type: "TEXT", nullable: false),
                Key = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RequirementsToDerive", x => new { x.Scope, x.Key });
            });

        migrationBuilder.CreateIndex(
            name: "IX_RequirementLines_Lead",
            table: "RequirementLines",
            columns: new[] { "LineLead", "State", "DueOn", "NameOrder" },
            filter: "State <= 3");

        migrationBuilder.CreateIndex(
            name: "IX_RequirementLines_Name",
            table: "RequirementLines",
            columns: new[] { "NameOrder", "PolicyOrder" },
            filter: "State <= 3");

        migrationBuilder.CreateIndex(
            name: "IX_RequirementLines_Policy",
            table: "RequirementLines",
            columns: new[] { "PolicyId", "State", "DueOn", "NameOrder" },
            filter: "State <= 3");

        migrationBuilder.CreateIndex(
            name: "IX_RequirementLines_Role",
            table: "RequirementLines",
            columns: new[] { "JobTitle", "State", "DueOn", "NameOrder" },
            filter: "State <= 3");

        migrationBuilder.CreateIndex(
            name: "IX_RequirementLines_Title",
            table: "RequirementLines",
            columns: new[] { "PolicyOrder", "DueOn", "NameOrder" },
            filter: "State <= 3");

        migrationBuilder.CreateIndex(
            name: "IX_RequirementLines_Urgency",
            table: "RequirementLines",
            columns: new[] { "State", "DueOn", "NameOrder", "PolicyOrder" },
            filter: "State <= 3");

        migrationBuilder.CreateIndex(
            name: "IX_RequirementPeople_ChangesOn",
            table: "RequirementPeople",
            column: "ChangesOn");

        migrationBuilder.CreateIndex(
            name: "IX_RequirementPeople_EarliestDue",
            table: "RequirementPeople",
            column: "EarliestDue");

        foreach (var trigger in RequirementTriggers.Beginning())
        {
            migrationBuilder.Sql(trigger);
        }
    }

    /// <inheritdoc />
    /// <remarks>Nothing is lost with the lines: they are derived.</remarks>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in RequirementTriggers.Names())
        {
            migrationBuilder.Sql($"DROP TRIGGER {trigger};");
        }
        migrationBuilder.DropTable(
            name: "RequirementCounts");

        migrationBuilder.DropTable(
            name: "RequirementLines");

        migrationBuilder.DropTable(
            name: "RequirementPeople");

        migrationBuilder.DropTable(
            name: "RequirementRules");

        migrationBuilder.DropTable(
            name: "RequirementsToDerive");
    }
}
