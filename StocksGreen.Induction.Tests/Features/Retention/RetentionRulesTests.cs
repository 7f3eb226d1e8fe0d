using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Retention;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Retention;

/// <summary>Nothing is kept without a rule that says how long and why.</summary>
public sealed class RetentionRulesTests
{
    /// <summary>Whoever adds a table says here, once, how long its rows are kept: <see cref="RetentionRules"/>.</summary>
    [Fact]
    public async Task Every_table_has_exactly_one_rule()
    {
        await using var school = await TestSchool.NotSetUpAsync();
        await using var db = await school.DbAsync();
        var tables = db.Model.GetEntityTypes().Where(type => !type.IsOwned()).Select(type => type.ClrType.ToString()).Order(StringComparer.Ordinal).ToList();

        Assert.True(tables.Count > 50);
        Assert.Equal(tables, RetentionRules.All.SelectMany(rule => rule.Tables).Select(type => type.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_says_how_long_why_by_what_right_and_who_reads_it()
    {
        Assert.All(
            RetentionRules.All,
            rule =>
                Assert.All(
                    new[] { rule.What, rule.Period, rule.Why, rule.Basis, rule.Readers },
                    text => Assert.EndsWith(".", text + (text == rule.What ? "." : ""))
                )
        );
        Assert.Equal(RetentionRules.All.Count, RetentionRules.All.Select(rule => rule.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_bears_a_persons_id_goes_with_them_but_for_what_was_signed() =>
        Assert.Empty(
            EvidenceRegistry
                .Kinds.Where(kind => kind.Row.GetProperty("StaffId") is not null && !kind.GoesWithItsFacts)
                .Select(kind => kind.Row)
                .Except(RetentionRules.Signatures.Tables)
        );

    /// <summary>Two ways to say who did it: a name next to an id, or one of a few words. Another would be forgotten.</summary>
    [Fact]
    public void Every_name_of_who_decided_something_is_found_when_its_time_is_over()
    {
        var names = EvidenceRegistry
            .Kinds.Where(kind => kind.Row.IsAssignableTo(typeof(SealedRecord)))
            .SelectMany(kind =>
                kind.Row.GetProperties()
                    .Where(column => column.PropertyType == typeof(string) && column.CanWrite)
                    .Where(column => column.Name.EndsWith("By", StringComparison.Ordinal) || column.Name.EndsWith("ByName", StringComparison.Ordinal))
                    .Select(column => (kind.Table, column.Name, IsFound: LeaverNames.Columns(kind.Row).Any(found => found.Name == column.Name)))
            )
            .ToList();

        Assert.True(names.Count > 20);
        Assert.DoesNotContain(names, name => !name.IsFound);
    }
}
