using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.OnPaper;

/// <summary>Records a signature on paper as its own kind: with the scan, who witnessed it and who entered it. No one enters their own.</summary>
public sealed class RecordOnPaper(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when the actor may not.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, PaperForm form, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!Permissions.MayKeepInduction(actor))
                {
                    return Result.NotFound;
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var (policy, errors) = await CheckAsync(db, actor, form, now, cancellationToken);
                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                await AddAsync(db, log, actor, form, policy!, now, cancellationToken);
                return Result.Done;
            },
            cancellationToken
        );

    /// <summary>What is asked of the person, and everything that is wrong with what was entered.</summary>
    internal static async Task<(PolicyToRead? Policy, IReadOnlyList<ValidationError> Errors)> CheckAsync(
        InductionDb db,
        Actor actor,
        PaperForm form,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var today = LondonTime.DateIn(now);
        var policy = await PolicyAsync(db, form, today, cancellationToken);
        return (policy, [.. Errors(actor, form, policy, FreeText.Clean(form.NameOnPaper), FreeText.Clean(form.Witness), today)]);
    }

    /// <summary>Records one that was checked.</summary>
    internal static async Task AddAsync(
        InductionDb db,
        EvidenceLog log,
        Actor actor,
        PaperForm form,
        PolicyToRead policy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (name, witness) = (FreeText.Clean(form.NameOnPaper), FreeText.Clean(form.Witness));
        var signer = policy.Person;
        var paper = new AttestationFacts.PaperFacts(
            form.SignedOn!.Value,
            witness,
            null,
            actor.FullName,
            actor.StaffId.Value,
            now,
            form.ScanName,
            Sha256Hex.Compute(form.Scan)
        );
        var witnessed = actor with { Proof = new IdentityProof($"paper, signed before {witness}", now) };
        var context = await SigningRecords.ContextAsync(db, witnessed, policy, now, cancellationToken) with
        {
            Statements = Statements.OnPaper(policy.Version),
            Paper = paper,
        };
        if (form.Declaration is DeclarationOutcome.SomethingToDiscuss)
        {
            var roles = await db.Users.Where(account => account.StaffId == signer.Id).Select(account => account.Roles).SingleOrDefaultAsync(cancellationToken);
            log.Record(new Declaration(context.DeclarationId, now, signer.Id, Declaration.ReadersOf(actor with { StaffId = signer.Id, Roles = roles })));
        }

        var entry = log.Append(
            EvidenceKind.PolicySigned,
            now,
            context.Id.ToString(),
            SignatureBuilder.OnPaper(name, form.Declaration, policy.Ledger, context).ToJson()
        );
        db.Attestations.Add(new Attestation(context.Id, signer.Id, policy.Version.Id, policy.Assignment.Duty, now, entry.Number, isOnPaper: true));
        db.PaperScans.Add(new PaperScan(context.Id, form.ScanName, PaperScan.MediaTypeOf(form.Scan)!, form.Scan));
    }

    private static async Task<PolicyToRead?> PolicyAsync(InductionDb db, PaperForm form, DateOnly today, CancellationToken cancellationToken)
    {
        if (form.Person is not { } person || form.Policy is not { } chosen)
        {
            return null;
        }

        var version = (await db.ReadInForceAsync(today, cancellationToken)).FirstOrDefault(row => row.PolicyId == chosen);
        var reader = new Actor(person, "", AccessRoles.Staff, new IdentityProof("", default), "");
        return version is null ? null : await PolicyToReadQuery.LoadAsync(db, reader, version.Id, today, cancellationToken);
    }

    private static IEnumerable<ValidationError> Errors(Actor actor, PaperForm form, PolicyToRead? policy, string name, string witness, DateOnly today)
    {
        if (form.Person is null || form.Policy is null)
        {
            yield return new ValidationError("Person", "Choose the person and the policy.");
        }
        else if (policy is null)
        {
            yield return new ValidationError("Person", "This person is not asked to sign this policy.");
        }
        else if (policy.Attestation is { } signed)
        {
            yield return new ValidationError(
                "Person",
                $"{policy.Person.FullName} has signed it already, on {LondonTime.ToWords(signed.SignedAt)}. That signature stands."
            );
        }
        else if (policy.Person.Id == actor.StaffId)
        {
            yield return new ValidationError("Person", "Someone else enters your own signature.");
        }
        else if (form.SignedOn is { } day && (day > today || day < policy.Version.InForceFrom))
        {
            yield return new ValidationError(
                "SignedOn",
                $"Enter the date on the paper: not before the version came into force ({LondonTime.ToWords(policy.Version.InForceFrom)}), and "
                    + "not in the future."
            );
        }

        if (form.SignedOn is null)
        {
            yield return new ValidationError("SignedOn", "Enter the date on the paper.");
        }

        foreach (
            var error in FreeText
                .Errors("Name", name, "Enter the name as it stands on the paper.", SignatureForm.LongestName)
                .Concat(FreeText.Errors("Witness", witness, "Enter who saw the person sign.", SignatureForm.LongestName))
        )
        {
            yield return error;
        }

        if (
            policy is not null
            && witness.Length > 0
            && string.Equals(SearchText.Fold(witness), SearchText.Fold(policy.Person.FullName), StringComparison.Ordinal)
        )
        {
            yield return new ValidationError("Witness", "The witness is someone else than the signer.");
        }

        if (form.Scan.Length == 0)
        {
            yield return new ValidationError("Scan", "Choose the scan or the photograph of the paper.");
        }
        else if (form.Scan.Length > PaperScan.LargestInBytes || PaperScan.MediaTypeOf(form.Scan) is null)
        {
            yield return new ValidationError("Scan", "Choose a PDF, JPEG or PNG file of at most 10 MB.");
        }
    }
}
