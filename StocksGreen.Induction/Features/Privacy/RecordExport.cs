using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Privacy;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>Everything that the store holds about one person, as a ZIP: JSON for machines, PDF for people, scans of their signatures on paper.</summary>
public sealed class RecordExport(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    private const int LongestCell = 600;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null for anyone but the person and the headteacher.</returns>
    public async Task<byte[]?> ExecuteAsync(Actor actor, StaffId person, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (
            !Permissions.MayExportRecord(actor, person)
            || await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, cancellationToken) is not { } whose
            || await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } school
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var tables = await new PersonalRows(db, person).ReadAsync(cancellationToken);
        var scans = await (
            from scan in db.PaperScans.AsNoTracking()
            join signed in db.Attestations on scan.AttestationId equals signed.Id
            where signed.StaffId == person
            select new
            {
                scan.AttestationId,
                scan.FileName,
                scan.Content,
            }
        ).ToListAsync(cancellationToken);
        var crest = CrestImage.FromStored(await db.ReadCrestAsync(now.AddSeconds(1), cancellationToken));
        var paper = new PrivacyPaper(
            school.Name,
            $"Personal record of {whose.FullName}",
            "Everything that the school’s system for policies holds about this person on the day of this paper.",
            now,
            [.. tables.Select(table => Section(table.Key, (JsonArray)table.Value!))],
            crest,
            school.IsDemonstration
        );
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "record.json", Encoding.UTF8.GetBytes(tables.ToJsonString(Indented)));
            Add(zip, "record.pdf", PrivacyDocument.Create(paper));
            foreach (var scan in scans)
            {
                Add(zip, $"scans/{scan.AttestationId}{Path.GetExtension(scan.FileName)}", scan.Content);
            }
        }

        return file.ToArray();
    }

    private static PrivacySection Section(string table, JsonArray rows)
    {
        var lines = new List<(string Name, string Value)>();
        foreach (var (index, row) in rows.OfType<JsonObject>().Index())
        {
            lines.AddRange(
                row.Where(field => field.Value is not null)
                    .Select((field, place) => ((place == 0 ? $"{index + 1}. " : "") + Words(field.Key), Shortened(field.Value!.ToString())))
            );
        }

        return new PrivacySection(Words(table), [rows.Count == 1 ? "1 entry." : FormattableString.Invariant($"{rows.Count} entries.")], lines);
    }

    private static string Shortened(string text) => text.Length <= LongestCell ? text : text[..LongestCell] + " … (the rest stands in record.json)";

    /// <summary>"DeclarationDecisions" becomes "Declaration decisions".</summary>
    private static string Words(string name) =>
        string.Concat(
            name.Select(
                (letter, place) => place > 0 && char.IsUpper(letter) && char.IsLower(name[place - 1]) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"
            )
        );

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        stream.Write(content);
    }
}
