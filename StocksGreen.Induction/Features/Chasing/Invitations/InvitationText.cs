using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Invitations;

/// <summary>Writes the mail that lets a person in. What opens their account is no part of it until it is sent.</summary>
/// <param name="schoolName">As it signs.</param>
/// <param name="site">The address at which people open this site, without a slash at its end.</param>
public sealed class InvitationText(string schoolName, string site)
{
    /// <summary>Stands in a kept mail where the secret of the link is in the one that was sent.</summary>
    public const string InPlaceOfSecret = "made-when-this-is-sent";

    public WrittenDigest Write(StaffMember person) =>
        LetterForm.Write(
            $"Your sign-in link for {schoolName}’s policies",
            $"Hello {person.FullName.Split(' ')[0]},",
            [
                $"{schoolName} keeps its policies on a site of its own, where you read and sign them. You can stop after any section and go on later, on any "
                    + "device.",
                $"The link below signs you in once, within {AccountService.LinkLife.Days} days of this e-mail. After that, sign in with a password or passkey "
                    + "that you choose. Do not pass the link on: it opens your account.",
            ],
            [],
            ("Sign in", site + Urls.SignInLink(InPlaceOfSecret)),
            ["If it no longer works, ask the school office for a new one.", $"Thank you,\n{schoolName}"],
            $"You get this because you work with {schoolName}, and the school office asked for it to be sent."
        );

    /// <summary>A kept text as it is sent.</summary>
    public static string WithSecret(string text, string secret) => text.Replace(InPlaceOfSecret, secret, StringComparison.Ordinal);
}
