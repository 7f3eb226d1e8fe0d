namespace StocksGreen.Induction.Domain.Declarations;

/// <summary>
/// What a signer states on relationships and situations in which they cannot keep to the policy. Which of the two is sealed with the signature, never what.
/// </summary>
/// <remarks>
/// Social Media Policy §4.2: "Any pre-existing relationships or situations, which mean staff cannot comply with this requirement, will be discussed with the
/// DSL and the headteacher".
/// </remarks>
public enum DeclarationOutcome
{
    NothingToDeclare,
    SomethingToDiscuss,
}
