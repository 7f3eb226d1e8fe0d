using System.Globalization;
using System.Text;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>Everything that an import recognised, in a form that a person can write by hand and compare line by line.</summary>
internal static class PolicyOutline
{
    public static string Of(ImportOutcome outcome)
    {
        if (outcome is not ImportOutcome.Imported imported)
        {
            return $"refused: {((ImportOutcome.Refused)outcome).Sentence}\n";
        }

        var policy = imported.Policy;
        var outline = new StringBuilder();
        outline.Append(CultureInfo.InvariantCulture, $"title: {policy.Title}\nschool: {policy.School}\n");
        foreach (var detail in policy.KeyDetails)
        {
            outline.Append(CultureInfo.InvariantCulture, $"detail: {detail.Name} = {detail.Value}\n");
        }

        Append(outline, policy.Preamble);
        Append(outline, policy.PreambleNotes);
        foreach (var section in policy.Sections)
        {
            outline.Append(CultureInfo.InvariantCulture, $"{new string('#', section.Level)} [{section.Number}] {section.Title}\n");
            Append(outline, section.Blocks);
            Append(outline, section.Notes);
        }

        foreach (var title in policy.LinkedPolicies)
        {
            outline.Append(CultureInfo.InvariantCulture, $"linked: {title}\n");
        }

        outline.Append(CultureInfo.InvariantCulture, $"based on: {policy.BasedOn ?? "not said"}\nnext review: {policy.NextReview?.ToString() ?? "not said"}\n");
        foreach (var warning in imported.Warnings)
        {
            outline.Append(CultureInfo.InvariantCulture, $"warning: {warning}\n");
        }

        foreach (var left in imported.LeftOut)
        {
            outline.Append(CultureInfo.InvariantCulture, $"left out: {left.Kind}: {left.Text} ({left.Where})\n");
        }

        foreach (var word in imported.Coverage.Missing)
        {
            outline.Append(CultureInfo.InvariantCulture, $"missing: {word}\n");
        }

        return outline.ToString();
    }

    private static void Append(StringBuilder outline, IReadOnlyList<Note> notes)
    {
        foreach (var note in notes)
        {
            outline.Append(CultureInfo.InvariantCulture, $"  note {note.Mark}: {PolicyInspection.ToText(note.Text)}\n");
        }
    }

    private static void Append(StringBuilder outline, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    outline.Append(CultureInfo.InvariantCulture, $"  {PolicyInspection.ToText(paragraph.Text)}\n");
                    break;
                case Subheading heading:
                    outline.Append(CultureInfo.InvariantCulture, $"  {new string('=', heading.Level)} {PolicyInspection.ToText(heading.Text)}\n");
                    break;
                case BulletList or NumberedList:
                    outline.Append("  list\n");
                    Append(outline, ItemsOf(block), "  ");
                    break;
                case Table table:
                    Append(outline, table);
                    break;
                case Callout box:
                    outline.Append("  box\n");
                    Append(outline, box.Blocks);
                    outline.Append("  end of box\n");
                    break;
                case Picture picture:
                    outline.Append(CultureInfo.InvariantCulture, $"  picture {picture.Alt ?? "not described"} {picture.Width}x{picture.Height}\n");
                    break;
                default:
                    outline.Append(CultureInfo.InvariantCulture, $"  {string.Join(" | ", BlockText.Texts(block).Select(PolicyInspection.ToText))}\n");
                    break;
            }
        }
    }

    /// <summary>"| Teachers (rows 2) | a; b |": cells where they start, the blocks of a cell after each other.</summary>
    private static void Append(StringBuilder outline, Table table)
    {
        var caption = table.Caption.Markdown.Length == 0 ? "" : " " + PolicyInspection.ToText(table.Caption);
        outline.Append(CultureInfo.InvariantCulture, $"  table {table.HeaderRows}+{table.HeaderColumns}{caption}\n");
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Select(cell =>
                string.Join("; ", BlockText.Texts(cell.Blocks).Select(PolicyInspection.ToText))
                + (cell.Columns > 1 ? $" (columns {cell.Columns.ToString(CultureInfo.InvariantCulture)})" : "")
                + (cell.Rows > 1 ? $" (rows {cell.Rows.ToString(CultureInfo.InvariantCulture)})" : "")
            );
            outline.Append(CultureInfo.InvariantCulture, $"  | {string.Join(" | ", cells)} |\n");
        }
    }

    private static IReadOnlyList<StocksGreen.Induction.Domain.PolicyText.Blocks.ListItem> ItemsOf(Block block) =>
        block switch
        {
            BulletList list => list.Items,
            NumberedList list => list.Items,
            _ => [],
        };

    private static void Append(StringBuilder outline, IReadOnlyList<StocksGreen.Induction.Domain.PolicyText.Blocks.ListItem> items, string indent)
    {
        foreach (var item in items)
        {
            outline.Append(CultureInfo.InvariantCulture, $"{indent}- {(item.Label.Length == 0 ? "" : item.Label + " ")}{PolicyInspection.ToText(item.Text)}\n");
            foreach (var nested in item.Nested)
            {
                if (nested is BulletList or NumberedList)
                {
                    Append(outline, ItemsOf(nested), indent + "  ");
                }
                else
                {
                    Append(outline, [nested]);
                }
            }
        }
    }
}
