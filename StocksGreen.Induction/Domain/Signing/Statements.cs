using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>The words a person signs. They are sealed verbatim, so a change here changes only later signatures.</summary>
/// <remarks>
/// Social Media Policy, key details: "It is a requirement that all members of staff have access to this policy and sign to say they have read
/// <u>and</u> understood its contents." The policy underlines the <em>and</em>: so there are two statements, each affirmed on its own.
/// </remarks>
/// <param name="Read">First statement.</param>
/// <param name="Understood">Second statement.</param>
/// <param name="Consent">What signing on a screen means, shown above the button.</param>
/// <param name="Button">The label of the button that signs.</param>
public sealed record Statements(string Read, string Understood, string Consent, string Button)
{
    public static Statements For(PolicyVersion version)
    {
        var school = version.Text.School.Length == 0 ? "" : $" of {version.Text.School}";
        var policy = $"the {version.Text.Title}{school} ({version.Label.ToLowerInvariant()}, published {Dates.LondonTime.ToWords(version.PublishedOn)})";
        return new Statements(
            Read: $"I have had access to {policy} and I have read its contents.",
            Understood: $"I have understood the contents of {policy}.",
            Consent: "I agree to sign electronically: my typed name counts as my signature on paper.",
            Button: "Sign this policy");
    }
}
