using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class AppendOnly : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in AppendOnlyTriggers.Create())
        {
            migrationBuilder.Sql(trigger);
        }
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in AppendOnlyTriggers.Drop())
        {
            migrationBuilder.Sql(trigger);
        }
    }
}
