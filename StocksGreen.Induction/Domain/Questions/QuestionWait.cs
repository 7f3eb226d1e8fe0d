using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Questions;

/// <summary>That someone waits for an answer before they sign a policy.</summary>
/// <param name="AskedOn">Date in Europe/London.</param>
/// <param name="EndedOn">Date in Europe/London of the first answer, or on which the person confirmed the part after all; null while they wait.</param>
public sealed record QuestionWait(StaffId StaffId, PolicyId PolicyId, DateOnly AskedOn, DateOnly? EndedOn);
