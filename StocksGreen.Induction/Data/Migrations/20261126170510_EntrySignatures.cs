using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations
{
    /// <inheritdoc />
    public partial class EntrySignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Signature",
                table: "Evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedWith",
                table: "Evidence",
                type: "TEXT",
                nullable: true);

            foreach (var trigger in AppendOnlyTriggers.FreezeSignatures())
            {
                migrationBuilder.Sql(trigger);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in AppendOnlyTriggers.ThawSignatures())
            {
                migrationBuilder.Sql(trigger);
            }

            migrationBuilder.DropColumn(
                name: "Signature",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "SignedWith",
                table: "Evidence");
        }
    }
}
