using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations
{
    /// <inheritdoc />
    public partial class PeopleHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StaffNumber",
                table: "People",
                type: "TEXT",
                maxLength: 40,
                nullable: true,
                collation: "NOCASE");

            migrationBuilder.CreateTable(
                name: "PersonChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Change = table.Column<string>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeByName = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonChanges_Evidence_EvidenceNumber",
                        column: x => x.EvidenceNumber,
                        principalTable: "Evidence",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonChanges_People_StaffId",
                        column: x => x.StaffId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffUploads", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_People_StaffNumber",
                table: "People",
                column: "StaffNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonChanges_At",
                table: "PersonChanges",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_PersonChanges_EvidenceNumber",
                table: "PersonChanges",
                column: "EvidenceNumber");

            migrationBuilder.CreateIndex(
                name: "IX_PersonChanges_StaffId_EvidenceNumber",
                table: "PersonChanges",
                columns: new[] { "StaffId", "EvidenceNumber" });

            foreach (var trigger in AppendOnlyTriggers.People.SelectMany(AppendOnlyTriggers.FreezeSealed))
            {
                migrationBuilder.Sql(trigger);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PersonChanges");

            migrationBuilder.DropTable(
                name: "StaffUploads");

            migrationBuilder.DropIndex(
                name: "IX_People_StaffNumber",
                table: "People");

            migrationBuilder.DropColumn(
                name: "StaffNumber",
                table: "People");
        }
    }
}
