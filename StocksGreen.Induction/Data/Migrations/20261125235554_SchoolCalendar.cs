using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class SchoolCalendar : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CalendarDays",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Kind = table.Column<string>(type: "TEXT", nullable: false),
                StaffWork = table.Column<bool>(type: "INTEGER", nullable: false),
                Name = table.Column<string>(type: "TEXT", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CalendarDays", x => x.Id);
                table.ForeignKey(
                    name: "FK_CalendarDays_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "TermDates",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StartsIn = table.Column<int>(type: "INTEGER", nullable: false),
                Terms = table.Column<string>(type: "TEXT", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_TermDates", x => x.Id);
                table.ForeignKey(
                    name: "FK_TermDates_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "WorkingPatterns",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Days = table.Column<string>(type: "TEXT", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WorkingPatterns", x => x.Id);
                table.ForeignKey(
                    name: "FK_WorkingPatterns_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_WorkingPatterns_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_CalendarDays_EvidenceNumber",
            table: "CalendarDays",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_TermDates_EvidenceNumber",
            table: "TermDates",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_WorkingPatterns_EvidenceNumber",
            table: "WorkingPatterns",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_WorkingPatterns_StaffId",
            table: "WorkingPatterns",
            column: "StaffId");

        migrationBuilder.Sql(AppendOnlyTriggers.FreezeSealed(AppendOnlyTriggers.Calendar));
    }

    /// <inheritdoc />
    /// <remarks>What was decided has no place in the older form, so there is no way back: restore a back-up.</remarks>
    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("This step cannot be undone. Restore a back-up made before it.");
}
