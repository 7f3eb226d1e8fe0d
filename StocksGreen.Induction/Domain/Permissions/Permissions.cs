using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Permissions;

/// <summary>Who may do what. Pages ask before they show and commands ask again before they act; what is not permitted looks as if it were not there.</summary>
public static class Permissions
{
    /// <summary>A password alone does not open what these roles open. The named governor is asked too, whom no role tells.</summary>
    public static bool NeedsSecondStep(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);

    /// <summary>Gives and takes roles, names who acts for the headteacher, and lets someone set their second step up again.</summary>
    public static bool MayChangeAccess(Actor actor) => actor.Roles.HasFlag(AccessRoles.Headteacher);

    public static bool MayRead(Actor actor) => actor.Roles.HasFlag(AccessRoles.Staff);

    /// <summary>Names, dates and standing of everyone: the office and the headteacher.</summary>
    public static bool MayChase(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    public static bool MayManageStaff(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Roles that only the headteacher gives: those that open names or documents to someone.</summary>
    public static bool MayGiveRoles(Actor actor, AccessRoles roles) =>
        actor.Roles.HasFlag(AccessRoles.Headteacher) || (MayManageStaff(actor) && (roles & ~(AccessRoles.Staff | AccessRoles.Governor)) == AccessRoles.None);

    public static bool MayPublish(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Who holds the key roles, and which editions of guidance are in force.</summary>
    public static bool MayKeepRecords(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>
    /// Says who the named governor is, and opens an account that bears that name: the named governor reads the headteacher's own declarations, which the office
    /// must not come to read.
    /// </summary>
    public static bool MayNameGovernor(Actor actor) => actor.Roles.HasFlag(AccessRoles.Headteacher);

    /// <summary>Terms, INSET days and closures, by which due dates count.</summary>
    public static bool MayKeepCalendar(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Gives someone longer to sign.</summary>
    public static bool MayExtend(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Decides that someone need not sign at all.</summary>
    public static bool MayExempt(Actor actor) => actor.Roles.HasFlag(AccessRoles.Headteacher);

    /// <summary>How long people have to sign.</summary>
    public static bool MaySetDueRules(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Makes back-ups, which hold everything, and the recovery key that opens the school's keys in them.</summary>
    public static bool MayBackUp(Actor actor) => actor.Roles.HasFlag(AccessRoles.Headteacher);

    /// <summary>Reads the access log of everyone; their own lines everyone reads.</summary>
    public static bool MaySeeWhoDidWhat(Actor actor) => actor.Roles.HasFlag(AccessRoles.Headteacher);

    /// <summary>Says whom people turn to about their data, answers complaints, confirms the date for retention.</summary>
    public static bool MayKeepPrivacy(Actor actor) => actor.Roles.HasFlag(AccessRoles.Headteacher);

    /// <summary>
    /// Everything that is held about a person: they themselves, not in a session that a link or code of someone else opened, and the headteacher.
    /// </summary>
    public static bool MayExportRecord(Actor actor, StaffId person) =>
        (actor.StaffId == person && MaySeeOwnRecord(actor)) || actor.Roles.HasFlag(AccessRoles.Headteacher);

    /// <summary>What is held about oneself: whoever made the link or code of a session could be the one who sits there.</summary>
    public static bool MaySeeOwnRecord(Actor actor) => MayRead(actor) && actor.Proof.IsOwn;

    /// <summary>Answers a request of a person about their data: of corrections the office, too. No one answers their own.</summary>
    public static bool MayAnswerPrivacy(Actor actor, PrivacyRequest request) =>
        actor.StaffId != request.StaffId && (MayKeepPrivacy(actor) || (request.Kind is PrivacyRequestKind.Correction && MayManageStaff(actor)));

    /// <summary>Figures without names.</summary>
    public static bool MaySeeGovernorsReport(Actor actor) =>
        HasAny(actor, AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead | AccessRoles.Governor);

    /// <summary>The register with names.</summary>
    public static bool MaySeeRegister(Actor actor) => HasAny(actor, AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);

    /// <summary>Which papers there are to ask for at all: figures, or lists for the office.</summary>
    public static bool MaySeePapers(Actor actor) => MaySeeGovernorsReport(actor) || MayKeepInduction(actor);

    /// <summary>
    /// What one person was asked and told at induction: their own, and for the office, the Designated Safeguarding Lead and the headteacher everyone's.
    /// </summary>
    public static bool MaySeeInductionRecord(Actor actor, StaffId person) =>
        actor.StaffId == person || HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);

    /// <summary>A signed copy belongs to its signer; the office and the headteacher keep the school's own.</summary>
    public static bool MaySeeSignedCopy(Actor actor, StaffId signer) => actor.StaffId == signer || MaySeeEverySignedCopy(actor);

    /// <summary>An evidence pack holds the register and everyone's signed copies, so it is for those who may see both.</summary>
    public static bool MayMakeEvidencePack(Actor actor) => MaySeeRegister(actor) && MaySeeEverySignedCopy(actor);

    /// <summary>Which of the two declarations a signer made: they themselves and the headteacher. The office keeps the copy and does not see it.</summary>
    public static bool MaySeeDeclared(Actor actor, StaffId signer) =>
        (actor.StaffId == signer && MayOpenOwnDeclarations(actor)) || actor.Roles.HasFlag(AccessRoles.Headteacher);

    /// <summary>One's own declarations: not in a session that a link or code of someone else opened, for that person could be the one who sits there.</summary>
    public static bool MayOpenOwnDeclarations(Actor actor) => actor.Proof.IsOwn;

    /// <summary>Adds and takes away the keys of one's own account, and changes a password that is there.</summary>
    public static bool MayKeepOwnKeys(Actor actor) => actor.Proof.IsOwn;

    /// <summary>What is left of someone's roles in a session: who came in by a link or code of someone else reads and signs, and does nothing else.</summary>
    public static AccessRoles RolesIn(AccessRoles roles, IdentityProof proof) => proof.IsOwn ? roles : roles & AccessRoles.Staff;

    /// <summary>Answers what a reader asks: the person who was asked, the Designated Safeguarding Lead and the headteacher.</summary>
    public static bool MayAnswer(Actor actor, StaffId askedOf) =>
        actor.StaffId == askedOf || HasAny(actor, AccessRoles.DesignatedSafeguardingLead | AccessRoles.Headteacher);

    /// <summary>Which parts are most often misunderstood, without names.</summary>
    public static bool MaySeeMissed(Actor actor) => HasAny(actor, AccessRoles.DesignatedSafeguardingLead | AccessRoles.Headteacher | AccessRoles.Office);

    /// <summary>Writes the questions that show whether a part was understood.</summary>
    public static bool MayWriteQuiz(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);

    /// <summary>What the office does for people: other ways to read, packs, visitors, reminders to parents, signatures on paper.</summary>
    public static bool MayKeepInduction(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>
    /// Talks a person through a briefing: their line lead, the office, the Designated Safeguarding Lead and the headteacher. No one briefs themselves.
    /// </summary>
    public static bool MayBrief(Actor actor, StaffMember person) =>
        actor.StaffId != person.Id
        && (person.LineLead == actor.StaffId || HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead));

    /// <summary>States that a record is wrong; only the headteacher takes a signature back.</summary>
    public static bool MayCorrect(Actor actor, CorrectionKind kind) =>
        actor.Roles.HasFlag(AccessRoles.Headteacher) || (kind is CorrectionKind.Amends && actor.Roles.HasFlag(AccessRoles.Office));

    /// <summary>
    /// The restricted register: neither the office nor governors, except the named governor for the headteacher's own. No one reads their own here.
    /// </summary>
    /// <param name="isNamedGovernor">Whether the actor holds that key role today.</param>
    public static bool MayKeepDeclaration(Actor actor, Declaration declaration, bool isNamedGovernor) =>
        actor.StaffId != declaration.StaffId
        && declaration.Readers switch
        {
            DeclarationReaders.LeadAndHeadteacher => HasAny(actor, AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead),
            DeclarationReaders.Headteacher => actor.Roles.HasFlag(AccessRoles.Headteacher),
            DeclarationReaders.NamedGovernor => isNamedGovernor && actor.Roles.HasFlag(AccessRoles.Governor),
        };

    /// <summary>Who is led to the restricted register; which declarations they find there is asked of each.</summary>
    public static bool MayOpenRegister(Actor actor) => HasAny(actor, AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);

    private static bool MaySeeEverySignedCopy(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    private static bool HasAny(Actor actor, AccessRoles roles) => (actor.Roles & roles) != AccessRoles.None;
}
