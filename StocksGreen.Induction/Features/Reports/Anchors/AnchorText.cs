using System.Net;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Reports.Anchors;

/// <summary>The letter that carries an anchor: keep it, and nothing that it speaks of can be cut off or written again unnoticed.</summary>
internal static class AnchorText
{
    internal static Letter Write(SignedCheckpoint anchor, string school, string toName, string toAddress)
    {
        var day = LondonTime.ToWords(LondonTime.DateIn(anchor.Checkpoint.At));
        var before =
            FormattableString.Invariant($"On {day} the evidence of {school} had {anchor.Checkpoint.Size:N0} entries. ")
            + "The lines below fix all of them: keep this letter where the school’s server cannot reach it, such as in your mailbox. You need do nothing else.";
        const string after =
            "If anyone ever doubts the record, save this letter as a file and run on the server: evidence verify --against FILE. It says whether entries were "
            + "cut off or written again since.";
        var lines = anchor.ToString();
        return new Letter(
            Guid.NewGuid(),
            anchor.Checkpoint.At,
            school,
            toName,
            toAddress,
            $"Anchor of the evidence, {day}",
            $"{before}\n\n{lines}\n{after}\n",
            $"<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Anchor of the evidence</title></head><body><p>{Encode(before)}</p>"
                + $"<pre style=\"white-space:pre-wrap;overflow-wrap:anywhere\">{Encode(lines)}</pre><p>{Encode(after)}</p></body></html>"
        );
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
