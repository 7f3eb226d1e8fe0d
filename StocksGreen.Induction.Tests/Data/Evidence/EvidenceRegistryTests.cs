using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Evidence;

/// <summary>A type with an [Evidence] needs nothing else: it has a table, its rows are kept by triggers, and anyone who changes one is found out.</summary>
public sealed class EvidenceRegistryTests(EvidenceRegistryTests.FilledSchool filled) : IClassFixture<EvidenceRegistryTests.FilledSchool>
{
    private static readonly string[] Times = ["At", "SignedAt", "ConfirmedAt", "PublishedAt"];

    public static TheoryData<string> Tables => [.. EvidenceRegistry.Kinds.Select(kind => kind.Table)];

    /// <summary>The names stand in sealed entries; one that was renamed could not be read again.</summary>
    [Fact]
    public void The_names_of_kinds_never_change() =>
        Assert.Equal(
            [
                "AccessChanged",
                "AdjustmentAsked",
                "AdjustmentMade",
                "AudiencesDecided",
                "BriefingChased",
                "BriefingConfirmed",
                "BriefingGiven",
                "CalendarDayDecided",
                "ClockWentBack",
                "CopyGiven",
                "CrestDecided",
                "DeclarationAcknowledged",
                "DeclarationDecided",
                "DeclarationRaised",
                "DueExtended",
                "DueRulesDecided",
                "EditionRecorded",
                "ExemptionEnded",
                "InductionPackDecided",
                "KeyRoleChanged",
                "KeyTakenIntoUse",
                "NoticeAnswered",
                "NoticeQueued",
                "ParentsReminded",
                "PayloadPurged",
                "PersonChanged",
                "PersonChased",
                "PersonExempted",
                "PolicyPublished",
                "PolicySigned",
                "PolicyWithdrawn",
                "PrivacyAnswered",
                "PrivacyAsked",
                "PrivacyContactDecided",
                "QuestionAnswered",
                "QuestionAsked",
                "QuizAnswered",
                "QuizQuestionWritten",
                "ReminderTakenBack",
                "ReportCardShown",
                "SchoolSetUp",
                "SectionConfirmed",
                "SignInGiven",
                "SignInUsed",
                "SignatureCorrected",
                "StampServiceNamed",
                "TermDatesDecided",
                "VisitorReminded",
                "WorkingPatternDecided",
            ],
            EvidenceRegistry
                .Kinds.Select(kind => kind.Kind)
                .Concat([
                    EvidenceKind.SchoolSetUp,
                    EvidenceKind.KeyTakenIntoUse,
                    EvidenceKind.ClockWentBack,
                    EvidenceKind.StampServiceNamed,
                    EvidenceKind.PayloadPurged,
                ])
                .Select(kind => kind.Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_form_is_of_one_kind_and_all_begin_at_one()
    {
        var forms = EvidenceRegistry
            .Kinds.Where(kind => kind.Row.IsAssignableTo(typeof(SealedRecord)))
            .Select(kind => ((SealedRecord)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind.Row)).Form)
            .Concat([AttestationFacts.CurrentForm, SectionFacts.CurrentForm, "publication/1", "purge/1"])
            .ToList();

        Assert.Equal(forms.Distinct(StringComparer.Ordinal), forms);
        Assert.All(forms, form => Assert.EndsWith("/1", form, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Each_kind_has_a_table_whose_rows_are_kept_by_triggers(string table)
    {
        Assert.Equal(1L, await filled.School.ScalarAsync($"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'"));
        Assert.Equal(
            3L,
            await filled.School.ScalarAsync(
                $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}' AND name IN ('{table}_never_change', "
                    + $"'{table}_never_go', '{table}_never_replaced')"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Each_kind_is_verified_a_row_that_was_changed_or_taken_out_is_found(string table)
    {
        using var store = new OpenedStore(filled.School.Folder);
        var kind = EvidenceRegistry.Kinds.Single(one => one.Table == table);
        var entry = kind.NamesItsEntry
            ? store.Read<long>($"SELECT EvidenceNumber FROM \"{table}\" WHERE rowid = (SELECT MIN(rowid) FROM \"{table}\")")
            : store.Read<long>($"SELECT MIN(Number) FROM Evidence WHERE Kind = '{kind.Kind}'");
        Assert.Null(await FaultAsync());

        var time = store.Rows<string>($"SELECT name FROM pragma_table_info('{table}')").Intersect(Times).First();
        store.Run($"CREATE TABLE Kept AS SELECT \"{time}\" AS Value FROM \"{table}\" WHERE rowid = (SELECT MIN(rowid) FROM \"{table}\")");
        store.Run($"UPDATE \"{table}\" SET \"{time}\" = '2001-01-01 09:00:00' WHERE rowid = (SELECT MIN(rowid) FROM \"{table}\")");
        Assert.Equal(entry, await FaultAsync());

        store.Run($"UPDATE \"{table}\" SET \"{time}\" = (SELECT Value FROM Kept) WHERE rowid = (SELECT MIN(rowid) FROM \"{table}\")");
        Assert.Null(await FaultAsync());
        store.Run($"DELETE FROM \"{table}\" WHERE rowid = (SELECT MIN(rowid) FROM \"{table}\")");
        Assert.Equal(entry, await FaultAsync());

        async Task<long?> FaultAsync()
        {
            await using var db = store.CreateDbContext();
            return (
                await VerifyEvidence
                    .FaultsAsync(db, only: null, TestContext.Current.CancellationToken)
                    .FirstOrDefaultAsync(TestContext.Current.CancellationToken)
            )?.Number;
        }
    }

    /// <summary>A school in which each kind of evidence was written at least once; no one changes its file.</summary>
    public sealed class FilledSchool : IAsyncLifetime
    {
        internal TestSchool School { get; private set; } = null!;

        public async ValueTask InitializeAsync() => School = await CeremonySteps.EverythingOnceAsync();

        public ValueTask DisposeAsync() => School.DisposeAsync();
    }
}
