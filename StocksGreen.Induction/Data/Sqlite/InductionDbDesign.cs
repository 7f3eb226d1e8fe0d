using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>Only for <c>Design=1 dotnet ef migrations add NAME</c>: the tool asks this for a context and never starts the program.</summary>
internal sealed class InductionDbDesign : IDesignTimeDbContextFactory<InductionDb>
{
    public InductionDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<InductionDb>().UseSqlite("Data Source=design.db").Options, new SqliteProvider());
}
