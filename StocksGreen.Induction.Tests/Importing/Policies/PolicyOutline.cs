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
        foreach (var section in policy.Sections)
        {
            outline.Append(CultureInfo.InvariantCulture, $"{new string('#', section.Level)} [{section.Number}] {section.Title}\n");
            Append(outline, section.Blocks);
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

        return outline.ToString();
    }

    private static void Append(StringBuilder outline, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph)
            {
                outline.Append(CultureInfo.InvariantCulture, $"  {PolicyInspection.ToText(paragraph.Text)}\n");
            }
            else if (block is NumberedList numbered)
            {
                outline.Append("  list\n");
                foreach (var item in numbered.Items)
                {
                    outline.Append(CultureInfo.InvariantCulture, $"  {item.Label} {PolicyInspection.ToText(item.Text)}\n");
                    Append(outline, item.Nested);
                }
            }
            else if (block is BulletList list)
            {
                outline.Append("  list\n");
                Append(outline, list.Items, "  ");
            }
            else
            {
                outline.Append(CultureInfo.InvariantCulture, $"  {string.Join(" | ", BlockText.Texts(block).Select(PolicyInspection.ToText))}\n");
            }
        }
    }

    private static void Append(StringBuilder outline, IReadOnlyList<StocksGreen.Induction.Domain.PolicyText.Blocks.ListItem> bullets, string indent)
    {
        foreach (var bullet in bullets)
        {
            outline.Append(CultureInfo.InvariantCulture, $"{indent}- {PolicyInspection.ToText(bullet.Text)}\n");
            Append(outline, bullet.BulletsUnder(), indent + "  ");
            Append(outline, [.. bullet.Nested.Where(block => block is not BulletList)]);
        }
    }
}
