namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>The office's word on a person who may be someone on the list. Without one the line is not taken.</summary>
public enum DoubtAnswer
{
    LeaveOut,
    SamePerson,
    SomeoneNew,
}
