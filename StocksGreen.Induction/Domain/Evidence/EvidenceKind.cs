namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What an entry of the evidence proves. Names are stored and sealed: never rename one.</summary>
public enum EvidenceKind
{
    SchoolSetUp,
    PolicyPublished,
    SectionConfirmed,
    PolicySigned,
    PersonChased,
    PersonExempted,
    PayloadPurged,
    AudiencesDecided,
    KeyRoleChanged,
    EditionRecorded,
    QuestionAsked,
    QuestionAnswered,
    CheckQuestionWritten,
    CheckAnswered,
    AdjustmentAsked,
    AdjustmentMade,
    DeclarationRaised,
    DeclarationDecided,
    DeclarationAcknowledged,
    PackDecided,
    BriefingGiven,
    BriefingConfirmed,
    BriefingChased,
    VisitorReminded,
    ParentsReminded,
    CopyGiven,
    ReportCardShown,
    SignatureCorrected,
}
