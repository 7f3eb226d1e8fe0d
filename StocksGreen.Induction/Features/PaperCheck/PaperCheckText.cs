using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>What the check page says: a word, and the sentences that keep anyone from reading more into it.</summary>
/// <param name="Title">Begins with the word.</param>
/// <param name="Sentence">What it means for the paper or file at hand.</param>
/// <param name="Signature">What the school's record says; null where there is none to show.</param>
public sealed record PaperCheckText(PaperCheckResult Word, string Title, string Sentence, CheckedSignature? Signature = null)
{
    private const string Compare = "Compare the paper with what stands here, line by line: where it says something else, it was altered.";
    private const string Whole = "Every byte of this file is as the school gave it out.";

    /// <summary>The answer to a code.</summary>
    public static PaperCheckText For(CheckedRecord record) =>
        record switch
        {
            CheckedRecord.Known known => OfSignature(known.Signature, Compare),
            CheckedRecord.Deleted => new(
                PaperCheckResult.Unknown,
                "Unknown: deleted in time",
                "The school had a signature under this code and has deleted what it said, as its rules for keeping records say. That there was one "
                    + "can still be shown from its evidence."
            ),
            CheckedRecord.Broken => new(
                PaperCheckResult.Altered,
                "Altered: the school’s own record does not hold",
                "What is stored under this code is not what was recorded. Rely on neither the record nor the paper, and tell the school office."
            ),
            _ => new(
                PaperCheckResult.Unknown,
                "Unknown: the school has no record under this code",
                "Look at each letter and digit again. If the code is typed as it is printed, the paper is not from this school’s records."
            ),
        };

    /// <summary>The answer to a file.</summary>
    public static PaperCheckText For(CheckedFile file)
    {
        var signature = (file.Record as CheckedRecord.Known)?.Signature;
        var comparison = signature is null ? "" : " What the school’s record says stands below.";
        return file.Seal switch
        {
            PdfSignatureState.Holds => OfWhole(file, signature),
            PdfSignatureState.Altered => new(
                PaperCheckResult.Altered,
                "Altered: this file is not as it was sealed",
                $"At least one byte has been changed since. Do not rely on it; ask for the original, as a file and not as a print.{comparison}",
                signature
            ),
            PdfSignatureState.AddedTo => new(
                PaperCheckResult.Altered,
                "Altered: something was added after the school sealed this file",
                $"What was added may hide or replace what the school gave out. Do not rely on it; ask for the original.{comparison}",
                signature
            ),
            PdfSignatureState.NotOurs => new(
                PaperCheckResult.Unknown,
                "Unknown: someone else’s seal",
                $"This file carries a seal, but not one of this school’s, whatever it says of itself.{comparison}",
                signature
            ),
            PdfSignatureState.None => new(
                PaperCheckResult.Unknown,
                "Unknown: this file carries no seal",
                $"It cannot be told whether it is as the school gave it out. It may be a scan, a print to file, or saved again by another program.{comparison}",
                signature
            ),
            PdfSignatureState.NotPdf => new(
                PaperCheckResult.Unknown,
                "Unknown: this is no PDF",
                "The school gives its papers out as PDF files. Choose the file itself and not a picture of it, or type the code that stands on the paper."
            ),
        };
    }

    private static PaperCheckText OfWhole(CheckedFile file, CheckedSignature? signature)
    {
        var given = file.GivenAt is { } at ? $" It is the very file that the signer was given on {LondonTime.ToWords(at)}." : "";
        var stamped = file.StampedAt is { } stamp
            ? $" A time-stamp service outside the school says that it was sealed by {LondonTime.ToWordsWithUtc(stamp)}."
            : "";
        return (file.Record, signature) switch
        {
            (null, _) => new(
                PaperCheckResult.Genuine,
                "Genuine: given out by this school",
                $"{Whole}{stamped}{(file.Title is null ? "" : $" It is: {file.Title}.")}"
            ),
            (_, { } known) => OfSignature(known, Whole + given + stamped),
            (CheckedRecord.Unknown, _) => new(
                PaperCheckResult.Unknown,
                "Unknown: sealed by this school, but not in its records",
                "The file is as it was sealed, yet the school’s evidence does not know it. Tell the school office: it may have restored an older back-up."
            ),
            var (record, _) => For(record),
        };
    }

    private static PaperCheckText OfSignature(CheckedSignature signature, string sentence)
    {
        if (signature.IsWithdrawn)
        {
            var at = signature.Corrections.First(correction => correction.Does is Domain.Attestations.CorrectionKind.Withdraws).At;
            return new(
                PaperCheckResult.Withdrawn,
                "Withdrawn: this signature does not count any more",
                $"The school took it back on {LondonTime.ToWords(at)} and keeps the record. {sentence}",
                signature
            );
        }

        if (signature.PolicyWithdrawnFrom is { } from)
        {
            return new(
                PaperCheckResult.Genuine,
                $"Genuine; the policy was withdrawn on {LondonTime.ToWords(from)}",
                $"The signature is in the school’s records and stands for version {signature.Version}. The school took the policy out of force. {sentence}",
                signature
            );
        }

        return signature.Later is { } later
            ? new(
                PaperCheckResult.Superseded,
                "Genuine, and superseded",
                $"The signature is in the school’s records and stands for version {signature.Version}. Version {later.Number} of the policy was "
                    + $"published on {LondonTime.ToWords(later.PublishedOn)}. {sentence}",
                signature
            )
            : new(PaperCheckResult.Genuine, "Genuine: this signature is in the school’s records", sentence, signature);
    }
}
