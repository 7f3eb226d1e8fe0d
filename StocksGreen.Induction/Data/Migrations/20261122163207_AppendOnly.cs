using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class AppendOnly : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in AppendOnlyTriggers.Beginning.SelectMany(table => AppendOnlyTriggers.Freeze(table.Table, table.Collides)).Concat(AppendOnlyTriggers.FreezeEvidence()))
        {
            migrationBuilder.Sql(trigger);
        }
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in AppendOnlyTriggers.Beginning.SelectMany(table => AppendOnlyTriggers.Thaw(table.Table)).Concat(AppendOnlyTriggers.ThawEvidence()))
        {
            migrationBuilder.Sql(trigger);
        }
    }
}
