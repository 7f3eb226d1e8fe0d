using System.Text;
using System.Xml.Linq;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>Tracked changes: they are taken as accepted, and told with their words.</summary>
internal sealed class OdtChanges
{
    private readonly FlowTally tally;
    private readonly Dictionary<string, XElement> deletions = new(StringComparer.Ordinal);
    private readonly HashSet<string> insertions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StringBuilder> open = new(StringComparer.Ordinal);

    internal OdtChanges(XElement content, FlowTally tally)
    {
        this.tally = tally;
        // Raw: <text:changed-region text:id="ct1"><text:deletion>…<text:p>may </text:p>
        foreach (var region in content.Descendants().Where(element => element.Name.LocalName == "changed-region"))
        {
            if (region.Said("id") is not { } id)
            {
                continue;
            }

            if (region.Child("deletion") is { } deletion)
            {
                deletions.TryAdd(id, deletion);
            }
            else if (region.Child("insertion") is not null)
            {
                insertions.Add(id);
            }
        }
    }

    /// <summary>A mark in the text at which a change begins, ends or stands.</summary>
    internal void Meet(XElement mark)
    {
        if (mark.Said("change-id") is not { } id)
        {
            return;
        }

        switch (mark.Name.LocalName)
        {
            case "change-start" when insertions.Contains(id):
                open[id] = new StringBuilder();
                break;
            case "change-end" when open.Remove(id, out var words):
                tally.Inserted++;
                tally.LeaveOut(LeftOutKind.Inserted, words.ToString());
                break;
            case "change" when deletions.Remove(id, out var deletion):
                List(deletion);
                break;
        }
    }

    /// <summary>Words of the text, which may be newly inserted.</summary>
    internal void Add(string words)
    {
        foreach (var insertion in open.Values)
        {
            insertion.Append(words);
        }
    }

    /// <summary>Deletions whose place was not met.</summary>
    internal void ListRest()
    {
        foreach (var deletion in deletions.Values)
        {
            List(deletion);
        }

        deletions.Clear();
    }

    private void List(XElement deletion)
    {
        tally.Deleted++;
        tally.LeaveOut(LeftOutKind.Deleted, string.Join(' ', Odf.Paragraphs(deletion)));
    }
}
