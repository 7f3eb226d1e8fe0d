using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.OnPaper;

/// <summary>Records all signatures of one sheet, or none: each is one of its own, with the same scan and witness.</summary>
public sealed class RecordSheet(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>How many were recorded; not found when the actor may not. What is wrong is said of everyone at once.</returns>
    public Task<Result<int>> ExecuteAsync(Actor actor, SheetForm sheet, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<int>>(
            async (db, log) =>
            {
                if (!Permissions.MayKeepInduction(actor))
                {
                    return Result.NotFound;
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var names = await db
                    .People.Where(person => sheet.People.Contains(person.Id))
                    .ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
                var papers = sheet
                    .People.Where(names.ContainsKey)
                    .Select(id => new PaperForm(id, sheet.Policy, sheet.SignedOn, names[id], sheet.Witness, Declaration: null, sheet.ScanName, sheet.Scan))
                    .ToList();
                var errors = papers.Count > 0 ? [] : new List<ValidationError> { new("People", "Tick those whose signature is on the sheet.") };
                var checkedPapers = new List<(PaperForm Form, PolicyToRead Policy)>();
                foreach (var form in papers.DefaultIfEmpty(new PaperForm(null, sheet.Policy, sheet.SignedOn, "-", sheet.Witness, null, "", sheet.Scan)))
                {
                    var (policy, wrong) = await RecordOnPaper.CheckAsync(db, actor, form, now, cancellationToken);
                    errors.AddRange(wrong.Where(error => form.Person is not null || error.Key != "Person").Select(error => OfSheet(error, form, names)));
                    if (policy is not null)
                    {
                        checkedPapers.Add((form, policy));
                    }
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid([.. errors.Distinct()]);
                }

                foreach (var (form, policy) in checkedPapers)
                {
                    await RecordOnPaper.AddAsync(db, log, actor, form, policy, now, cancellationToken);
                }

                return checkedPapers.Count;
            },
            cancellationToken
        );

    /// <summary>What is wrong with one person's line is said with their name.</summary>
    private static ValidationError OfSheet(ValidationError error, PaperForm form, Dictionary<StaffId, string> names) =>
        error.Key is "Person" or "Name" && form.Person is { } id ? new ValidationError("People", $"{names[id]}: {error.Sentence}") : error;
}
