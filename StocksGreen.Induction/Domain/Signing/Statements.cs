using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>The words a person signs. They are sealed verbatim, so a change here changes only later signatures.</summary>
/// <remarks>
/// Social Media Policy, key details: "It is a requirement that all members of staff have access to this policy and sign to say they have read
/// <u>and</u> understood its contents." The policy underlines the <em>and</em>: so there are two statements, each affirmed on its own.
/// </remarks>
/// <param name="Read">First statement.</param>
/// <param name="Understood">Second statement; empty in a short signature, which has one.</param>
/// <param name="Consent">What signing on a screen means, shown above the button.</param>
/// <param name="Button">The label of the button that signs.</param>
public sealed record Statements(string Read, string Understood, string Consent, string Button)
{
    private const string ElectronicConsent = "I agree to sign electronically: my typed name counts as my signature on paper.";

    private const string SignButton = "Sign this policy";

    /// <summary>The words next to each choice of a declaration.</summary>
    /// <remarks>
    /// Social Media Policy §4.2: relationships and situations that stand against a policy "will be discussed with the DSL and the headteacher".
    /// </remarks>
    public static string For(DeclarationOutcome outcome) =>
        outcome switch
        {
            DeclarationOutcome.NothingToDeclare => "Nothing to declare: I know of no relationship or situation that would keep me from following this policy.",
            DeclarationOutcome.SomethingToDiscuss =>
                "Something to discuss: there is a relationship or situation that I want to talk through with the Designated Safeguarding Lead and "
                    + "the headteacher.",
        };

    /// <summary>True where one statement is signed.</summary>
    public bool IsShort => Understood.Length == 0;

    /// <summary>What a signature on paper states: what the school's paper says, in one sentence.</summary>
    public static Statements OnPaper(PolicyVersion version) =>
        new(
            $"On paper: I have read and understood the {version.Text.Title} ({version.Label.ToLowerInvariant()}, published "
                + $"{LondonTime.ToWords(version.PublishedOn)}).",
            "",
            "",
            ""
        );

    /// <summary>What a person signs who must do <paramref name="assignment"/> with a version.</summary>
    public static Statements For(PolicyVersion version, Assignment assignment)
    {
        var school = version.Text.School.Length == 0 ? "" : $" of {version.Text.School}";
        var policy = $"the {version.Text.Title}{school} ({version.Label.ToLowerInvariant()}, published {LondonTime.ToWords(version.PublishedOn)})";
        if (assignment.Since is { Version: var earlier, Attestation: var signature })
        {
            var changes = $"{policy} since {earlier.Label.ToLowerInvariant()}, which I signed on {LondonTime.ToWords(LondonTime.DateIn(signature.SignedAt))}";
            return assignment.Duty is Duty.ShortSignature
                ? new($"I have read and understood what has changed for me in {changes}.", "", ElectronicConsent, SignButton)
                : new(
                    $"I have had access to {policy} and I have read what has changed in it since {earlier.Label.ToLowerInvariant()}, which I signed "
                        + $"on {LondonTime.ToWords(LondonTime.DateIn(signature.SignedAt))}.",
                    $"I have understood what has changed in {changes}.",
                    ElectronicConsent,
                    SignButton
                );
        }

        return assignment.Duty is Duty.ShortSignature
            ? new($"I have read and understood the parts that concern me of {policy}.", "", ElectronicConsent, SignButton)
            : new(
                $"I have had access to {policy} and I have read its contents.",
                $"I have understood the contents of {policy}.",
                ElectronicConsent,
                SignButton
            );
    }
}
