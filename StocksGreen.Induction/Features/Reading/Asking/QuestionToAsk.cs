using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Asking;

/// <summary>A part about which someone may ask, and whom.</summary>
/// <param name="People">Whom the reader may ask; may be empty.</param>
public sealed record QuestionToAsk(PolicyToRead Policy, PolicyPart Part, IReadOnlyList<PersonToAsk> People);
