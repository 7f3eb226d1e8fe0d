using System.Globalization;
using Microsoft.Extensions.Primitives;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>What the page of packs sends, and what it shows again when that cannot be.</summary>
public static class EvidencePackForm
{
    public const string Ticket = "ticket";
    public const string AsAt = "asAt";
    public const string From = "from";
    public const string Policies = "policy";
    public const string People = "person";
    public const string Groups = "group";

    private static readonly string[] Chosen = [AsAt, From, Policies, Groups, People];

    /// <summary>An address that every browser and server takes.</summary>
    private const int LongestAddress = 4_000;

    /// <param name="read">The values of a field.</param>
    /// <param name="today">Date in Europe/London.</param>
    /// <returns>The selection, or every reason why there is none. Null for what no form of ours sends.</returns>
    public static (EvidencePackSelection? Selection, IReadOnlyList<ValidationError> Errors)? Parse(Func<string, StringValues> read, DateOnly today)
    {
        if (Ids(read(Policies)) is not { } policies || Ids(read(People)) is not { } people || Audiences(read(Groups)) is not { } groups)
        {
            return null;
        }

        var (day, wrongDay) = ReportAsAt.Parse(read(AsAt), today);
        var (start, wrongStart) = StringValues.IsNullOrEmpty(read(From)) ? (null, null) : ReportAsAt.Parse(read(From), today);
        List<ValidationError> errors = [];
        if (wrongStart is not null)
        {
            errors.Add(new ValidationError("From", wrongStart));
        }

        if (wrongDay is not null)
        {
            errors.Add(new ValidationError("Pack.AsAt", wrongDay));
        }

        if (start > day)
        {
            errors.Add(new ValidationError("From", "That is after the last day. Give an earlier one, or none."));
        }

        return errors.Count > 0
            ? (null, errors)
            : (
                new EvidencePackSelection(day!.Value)
                {
                    From = start,
                    Policies = [.. policies.Select(id => new PolicyId(id))],
                    People = [.. people.Select(id => new StaffId(id))],
                    Groups = groups,
                },
                []
            );
    }

    /// <summary>What was chosen, for the address of the page; without the people where they are too many for one.</summary>
    public static string Query(Func<string, StringValues> read)
    {
        var whole = Write(Chosen);
        return whole.Length <= LongestAddress ? whole : Write(Chosen.Except([People], StringComparer.Ordinal));

        string Write(IEnumerable<string> fields) =>
            QueryString.Create(fields.SelectMany(field => read(field).Select(value => KeyValuePair.Create<string, string?>(field, value)))).ToUriComponent();
    }

    private static List<Guid>? Ids(StringValues written)
    {
        var ids = written
            .Where(value => !string.IsNullOrEmpty(value))
            .Select(value => Guid.TryParse(value, CultureInfo.InvariantCulture, out var id) ? id : (Guid?)null)
            .ToList();
        return ids.Contains(null) ? null : [.. ids.Select(id => id!.Value).Distinct()];
    }

    private static List<Audience>? Audiences(StringValues written)
    {
        var groups = written.Select(NamedChoice.Parse<Audience>).ToList();
        return groups.Contains(null) ? null : [.. groups.Select(group => group!.Value).Distinct()];
    }
}
