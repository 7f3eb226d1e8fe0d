using System.Text;

namespace StocksGreen.Induction.Components.Forms;

/// <summary>Where on a page a fact is entered: the one place that turns the key of an error into the id of an element.</summary>
public static class FieldIds
{
    /// <returns>"changes-3-reason" for <c>Changes[3].Reason</c>, "signed-on" for <c>SignedOn</c>.</returns>
    public static string Of(string key)
    {
        var id = new StringBuilder(key.Length + 8);
        foreach (var c in key)
        {
            if (id.Length > 0 && id[^1] != '-' && (char.IsAsciiLetterUpper(c) || c is '[' or '.'))
            {
                id.Append('-');
            }

            if (c is not ('[' or ']' or '.'))
            {
                id.Append(char.ToLowerInvariant(c));
            }
        }

        return id.ToString();
    }
}
