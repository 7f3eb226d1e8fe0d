using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations
{
    /// <inheritdoc />
    public partial class Crests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Crests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Png = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Crests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Crests_Evidence_EvidenceNumber",
                        column: x => x.EvidenceNumber,
                        principalTable: "Evidence",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Crests_EvidenceNumber",
                table: "Crests",
                column: "EvidenceNumber");

            foreach (var trigger in AppendOnlyTriggers.Crests.SelectMany(AppendOnlyTriggers.FreezeSealed))
            {
                migrationBuilder.Sql(trigger);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Crests");
        }
    }
}
