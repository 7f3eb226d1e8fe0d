using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Configurations;

/// <summary>How the domain's types are written in columns, so that the file stays readable with any SQLite tool.</summary>
internal static class ColumnTypes
{
    internal static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        foreach (var id in typeof(IEntityId<>).Assembly.GetTypes().Where(EntityIdJson.IsId))
        {
            conventions.Properties(id).HaveConversion(typeof(EntityIdColumn<>).MakeGenericType(id));
        }

        conventions.Properties<AccessChangeKind>().HaveConversion<string>();
        conventions.Properties<Audience>().HaveConversion<string>();
        conventions.Properties<Duty>().HaveConversion<string>();
        conventions.Properties<KeyRole>().HaveConversion<string>();
        conventions.Properties<EvidenceKind>().HaveConversion<EvidenceKindColumn>();
        conventions.Properties<ChaseChannel>().HaveConversion<string>();
        conventions.Properties<Adjustment>().HaveConversion<string>();
        conventions.Properties<DeclarationReaders>().HaveConversion<string>();
        conventions.Properties<PersonChangeKind>().HaveConversion<string>();
        conventions.Properties<CorrectionKind>().HaveConversion<string>();
        conventions.Properties<CalendarDayKind>().HaveConversion<string>();
        conventions.Properties<WorkingDays>().HaveConversion<string>();
        conventions.Properties<NoticeKind>().HaveConversion<string>();
        conventions.Properties<NoticeResult>().HaveConversion<string>();
        conventions.Properties<OutboxState>().HaveConversion<string>();
        conventions.Properties<PolicyContent>().HaveConversion<PolicyTextColumn>();
    }

    /// <summary>SQLite cannot order or compare an instant with an offset, so it is kept as UTC text.</summary>
    private sealed class UtcInstant()
        : ValueConverter<DateTimeOffset, DateTime>(
            instant => instant.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );

    private sealed class EntityIdColumn<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make(value))
        where T : struct, IEntityId<T>
    {
        // An expression may not call a static member of an interface.
        private static T Make(Guid value) => T.From(value);
    }

    private sealed class EvidenceKindColumn() : ValueConverter<EvidenceKind, string>(kind => kind.Name, name => new EvidenceKind(name));

    private sealed class PolicyTextColumn() : ValueConverter<PolicyContent, string>(text => PolicyTextJson.Write(text), json => PolicyTextJson.Read(json));
}
