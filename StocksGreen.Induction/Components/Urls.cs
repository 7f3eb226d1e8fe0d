using System.Buffers.Text;
using System.Globalization;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Components;

/// <summary>Every address of the application. Features meet here and in the database, never by call.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignInByMail = SignIn + "/by-mail";
    public const string SignOut = "/sign-out";
    public const string Password = "/password";
    public const string PasswordChanged = Password + "?changed=true";

    /// <summary>Where someone is signed in, and what others did in their name.</summary>
    public const string SignedInHere = "/signed-in";

    public const string SessionEnded = SignedInHere + "?ended=true";

    public const string WaysInTold = "/signed-in/told";

    public const string Passkeys = "/passkeys";
    public const string PasskeyAdded = Passkeys + "?added=true";

    /// <summary>Where the script of passkeys asks what the browser is to make, and what to show.</summary>
    public const string PasskeyToMake = Passkeys + "/to-make";
    public const string PasskeyToShow = Passkeys + "/to-show";

    /// <summary>The second step of signing in, and what stands behind it.</summary>
    public const string SecondStep = "/second-step";
    public const string SecondStepApp = SecondStep + "/app";
    public const string SecondStepCodes = SecondStep + "/recovery-codes";
    public const string SetUp = "/set-up";

    /// <summary>Signing in at the school's own device.</summary>
    public const string Kiosk = "/kiosk";
    public const string KioskOpen = Kiosk + "/open";
    public const string KioskEnd = Kiosk + "/end";
    public const string KioskStillThere = Kiosk + "/still-there";
    public const string Fault = "/error";

    /// <summary>Says to anyone who watches the server whether it can do its work.</summary>
    public const string Health = "/healthz";
    public const string HealthLive = "/health/live";
    public const string HealthReady = "/health/ready";
    public const string MyReading = "/my-reading";
    public const string Monitoring = MyReading + "/how-you-are-monitored";
    public const string MyInduction = "/my-induction";
    public const string MyDeclarations = "/my-declarations";

    /// <summary>Questions of readers, to be answered.</summary>
    public const string Questions = "/questions";

    /// <summary>New starters and how far they are.</summary>
    public const string Inductions = "/inductions";
    public const string Packs = Inductions + "/packs";
    public const string Talks = Inductions + "/talks";

    /// <summary>Requests for large print, reading aloud, a translation or a colleague.</summary>
    public const string OtherWays = "/other-ways";

    /// <summary>The restricted register.</summary>
    public const string Declarations = "/declarations";

    /// <summary>Where a visitor is reminded: the address behind the QR code at reception.</summary>
    public const string Visit = "/visit";
    public const string Visitors = "/visitors";
    public const string ParentsReminders = "/parents-reminders";
    public const string OnPaper = "/signatures/on-paper";

    /// <summary>Entering one sheet that many signed.</summary>
    public const string OnPaperSheet = OnPaper + "/sheet";
    public const string Signatures = "/signatures";

    /// <summary>What needs doing today, and how it stands.</summary>
    public const string Today = "/today";
    public const string WhoHasNotSigned = "/who-has-not-signed";

    /// <summary>Everyone by every policy.</summary>
    public const string SigningMatrix = WhoHasNotSigned + "/matrix";

    /// <summary>Where the ticks of the list are posted.</summary>
    public const string ChosenPeople = WhoHasNotSigned + "/chosen";

    /// <summary>What is in the outbox, and what did not arrive.</summary>
    public const string Mail = "/mail";

    /// <summary>How mail is made to leave, step by step, with a test.</summary>
    public const string MailSetUp = Mail + "/set-up";
    public const string People = "/people";
    public const string StaffImport = People + "/import";
    public const string Policies = "/policies";
    public const string PolicyImport = Policies + "/import";
    public const string Reviews = "/reviews";
    public const string KeyRoles = "/key-roles";

    /// <summary>What stands at the head of pages and papers.</summary>
    public const string Crest = "/crest";
    public const string CrestSaved = Crest + "?saved=true";

    /// <summary>How long people have to sign.</summary>
    public const string DueRules = "/due-rules";
    public const string DueRulesSaved = DueRules + "?saved=true";

    /// <summary>Terms, INSET days and closures.</summary>
    public const string Calendar = "/calendar";
    public const string CalendarSaved = Calendar + "?saved=true";

    /// <summary>People, policies and papers by words; <c>?q=</c> says which.</summary>
    public const string Find = "/find";

    public const string Library = "/library";

    /// <summary>The guide: to each person the pages that concern them.</summary>
    public const string Help = "/help";

    /// <summary>Back-ups, and the key that opens them.</summary>
    public const string Backups = "/back-ups";
    public const string BackupMade = Backups + "?made=true";

    /// <summary>What is held about the person who is signed in.</summary>
    public const string MyRecord = "/my-record";
    public const string MyRecordSent = MyRecord + "?sent=true";
    public const string MyVisits = MyRecord + "/who-did-what";

    /// <summary>Requests of staff about their data, and the school's papers on it.</summary>
    public const string Privacy = "/privacy";
    public const string PrivacySaved = Privacy + "?saved=true";
    public const string PrivacyNotice = Privacy + "/notice.pdf";
    public const string RecordOfProcessing = Privacy + "/processing.pdf";
    public const string ImpactAssessment = Privacy + "/assessment.pdf";

    /// <summary>How long everything is kept, and what is deleted next.</summary>
    public const string Keeping = "/keeping";

    /// <summary>The access log.</summary>
    public const string WhoDidWhat = "/who-did-what";

    public const string Reports = "/reports";
    public const string GovernorsReport = Reports + "/governors.pdf";
    public const string GovernorsWorkbook = Reports + "/governors.xlsx";
    public const string GovernorsCsv = Reports + "/governors.csv";

    /// <summary>The same figures as a page.</summary>
    public const string GovernorsScreen = Reports + "/governors";

    public const string Register = Reports + "/register.pdf";

    /// <summary>The register's first page alone: everyone against every policy.</summary>
    public const string RegisterMatrix = Reports + "/matrix.pdf";
    public const string RegisterWorkbook = Reports + "/register.xlsx";
    public const string RegisterCsv = Reports + "/register.csv";

    /// <summary>What one person was asked and told at induction; <c>?person=</c> says whose.</summary>
    public const string InductionRecords = Reports + "/induction-record.pdf";

    /// <summary>A sheet to be signed on paper at a meeting; <c>?policy=</c> says which.</summary>
    public const string SignOffSheets = Reports + "/sign-off-sheet.pdf";

    /// <summary>Reminders to be cut out and handed over.</summary>
    public const string ReminderSlips = Reports + "/reminder-slips.pdf";

    /// <summary>Choosing what goes into an evidence pack.</summary>
    public const string EvidencePacks = Reports + "/evidence-pack";
    public const string EvidencePack = EvidencePacks + ".zip";

    /// <summary>A page of the guide.</summary>
    /// <param name="page">"settings": the name of its file.</param>
    public static string HelpOn(string page) => $"{Help}/{page}";

    /// <summary>Where anyone can ask whether a paper is the school's and still holds.</summary>
    public static string Check() => "/check";

    /// <summary>The answer for one paper: the address behind its QR code.</summary>
    public static string Check(PaperCode code) => $"{Check()}/{code}";

    /// <summary>The list of who has not signed, narrowed and sorted.</summary>
    public static string WhoHasNotSignedBy(IEnumerable<(string Name, string Value)> filter) => WhoHasNotSigned + Query(filter);

    /// <summary>The list with one person next to it.</summary>
    /// <param name="list">The list as it is narrowed and sorted.</param>
    public static string WithPanel(string list, StaffId person) => $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}panel={person}";

    /// <summary>The same list as a file for a spreadsheet.</summary>
    /// <param name="format">"csv" or "xlsx".</param>
    public static string ChaseListAs(string format, IEnumerable<(string Name, string Value)> filter) => $"{WhoHasNotSigned}.{format}{Query(filter)}";

    /// <summary>The same list on paper: all of it, without anything to press.</summary>
    public static string ChaseListPrinted(IEnumerable<(string Name, string Value)> filter) => $"{WhoHasNotSigned}/print{Query(filter)}";

    /// <summary>Who has signed what: everyone by every policy.</summary>
    public static string SigningMatrixBy(IEnumerable<(string Name, string Value)> filter) => SigningMatrix + Query(filter);

    /// <summary>What one person is asked, and the decisions on it.</summary>
    public static string PersonReading(StaffId person) => $"{People}/{person}/reading";

    /// <summary>The same, saying that a decision is recorded.</summary>
    public static string PersonReadingSaved(StaffId person) => PersonReading(person) + "?saved=true";

    /// <summary>The same, with a way back to a list.</summary>
    /// <param name="list">The list as it is narrowed and sorted.</param>
    public static string PersonReadingFrom(StaffId person, string list) => $"{PersonReading(person)}?list={Uri.EscapeDataString(list)}";

    /// <summary>On which weekdays a person works.</summary>
    public static string WorkingDays(StaffId person) => $"{People}/{person}/working-days";

    public static string Exempt(StaffId person, PolicyId policy) => $"{PersonReading(person)}/{policy}/exempt";

    public static string EndExemption(Guid exemption) => $"/exemptions/{exemption}/end";

    /// <summary>Giving a person longer to sign some policies.</summary>
    public static string Extend(IEnumerable<(StaffId Person, PolicyId Policy)> whom) =>
        "/extensions/new?"
        + string.Join('&', whom.Select(one => "for=" + Base64Url.EncodeToString([.. one.Person.Value.ToByteArray(), .. one.Policy.Value.ToByteArray()])));

    /// <summary>The same for people whom someone chose on the list, however many.</summary>
    /// <param name="policy">The one policy that they get longer for; null for all that they have to sign.</param>
    public static string ExtendChosen(Guid selection, PolicyId? policy) => $"/extensions/new?chosen={selection}{(policy is null ? "" : $"&policy={policy}")}";

    /// <summary>Whom an address of <see cref="Extend"/> names; what is no such name is left out.</summary>
    public static IReadOnlyList<(StaffId Person, PolicyId Policy)> Extended(IEnumerable<string>? names)
    {
        var whom = new List<(StaffId Person, PolicyId Policy)>();
        var bytes = new byte[33];
        foreach (var name in names ?? [])
        {
            if (name.Length == 43 && Base64Url.IsValid(name) && Base64Url.TryDecodeFromChars(name, bytes, out var written) && written == 32)
            {
                whom.Add((new StaffId(new Guid(bytes.AsSpan(0, 16))), new PolicyId(new Guid(bytes.AsSpan(16, 16)))));
            }
        }

        return whom;
    }

    /// <summary>Entering the terms of a school year.</summary>
    public static string TermDates(AcademicYear year) => string.Create(CultureInfo.InvariantCulture, $"{Calendar}/{year.StartsIn}");

    /// <summary>The reports page, which says in a sentence why there is no report of that day.</summary>
    public static string ReportsOf(string? asAt) => $"{Reports}?asAt={Uri.EscapeDataString(asAt ?? "")}";

    /// <summary>Everything that is held about a person, as a ZIP.</summary>
    public static string RecordOf(StaffId person) => $"/records/{person}.zip";

    /// <summary>The governors' report of a day.</summary>
    /// <param name="span">What it looks back on: "Term", "Year".</param>
    public static string GovernorsReportOf(DateOnly asAt, string span) =>
        string.Create(CultureInfo.InvariantCulture, $"{GovernorsReport}?asAt={asAt:yyyy-MM-dd}&span={span}");

    /// <param name="next">Page of ours to go on to; null for the usual one.</param>
    public static string SignInLink(string secret, string? next = null) => $"/link/{secret}{(next is null ? "" : $"?returnUrl={Uri.EscapeDataString(next)}")}";

    /// <summary>Slips for those of a choice whom no e-mail reaches.</summary>
    public static string ReminderSlipsOf(Guid selection) => $"{ReminderSlips}?chosen={selection}";

    /// <summary>Slips for all whom someone chose.</summary>
    public static string SlipsOfChosen(Guid selection) => $"{ReminderSlips}?chosen={selection}&everybody=true";

    /// <summary>What each of the people whom someone chose would get.</summary>
    public static string ChasePreview(Guid selection) => $"{Mail}/chase/{selection}";

    /// <summary>Where forms are sent that take a contact back.</summary>
    public const string TakeBackContact = WhoHasNotSigned + "/take-back";

    /// <summary>A page, saying of how many people a contact was taken back.</summary>
    /// <param name="people">0: it was taken back before.</param>
    public static string SayingTakenBack(string page, int people) =>
        string.Create(CultureInfo.InvariantCulture, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}takenBack={people}");

    /// <summary>The same as <see cref="Mail"/>, saying that one is now known to have arrived.</summary>
    public const string MailArrived = Mail + "?arrived=true";

    /// <summary>The same as <see cref="Mail"/>, saying how many were just written to.</summary>
    public static string MailSent(int people) => string.Create(CultureInfo.InvariantCulture, $"{Mail}?sent={people}");

    /// <summary>An address with what it asks for; what is null is left out.</summary>
    public static string With(string page, IEnumerable<(string Name, string? Value)> parts) =>
        page + Query(parts.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!)));

    public static string SignInReturningTo(string path) => $"{SignIn}?returnUrl={Uri.EscapeDataString(path)}";

    public static string SignInByMailReturningTo(string path) => $"{SignInByMail}?returnUrl={Uri.EscapeDataString(path)}";

    public static string SecondStepReturningTo(string path) => $"{SecondStep}?returnUrl={Uri.EscapeDataString(path)}";

    /// <summary>The list of people, saying who has just been added.</summary>
    public static string PersonAdded(StaffId person) => $"{People}?added={person}";

    /// <summary>The same, saying how many were just invited.</summary>
    public static string PeopleInvited(int people) => string.Create(CultureInfo.InvariantCulture, $"{People}?invited={people}");

    /// <summary>The same, saying that something was recorded of many.</summary>
    /// <param name="what">"paused" or "leaving".</param>
    public static string PeopleChanged(string what, int people) => string.Create(CultureInfo.InvariantCulture, $"{People}?{what}={people}");

    /// <summary>The same, saying that something needs people who were not chosen.</summary>
    public const string PeopleNobodyChosen = People + "?nobody=true";

    public const string AddPerson = People + "/add";

    /// <summary>What is done to many people; <c>?person=</c> says to whom.</summary>
    public const string Invite = People + "/invite";
    public const string SignInSlips = People + "/slips";
    public const string PausePeople = People + "/pause";
    public const string EndPeople = People + "/leaving";

    /// <summary>Makes the slips, links and codes with them; only a form may ask.</summary>
    public const string SignInSlipsFile = SignInSlips + ".pdf";

    /// <summary>Chooses people to be reminded, and leads to what each would get; only a form may ask.</summary>
    public const string Remind = Mail + "/chase";

    /// <summary>How many people one address can name: servers take no longer one.</summary>
    public const int MostInAddress = 150;

    public static string InviteAll(IEnumerable<StaffId> people) => Invite + Query(people.Take(MostInAddress).Select(Choice));

    public static string SignInSlipsOf(IEnumerable<StaffId> people) => SignInSlips + Query(people.Take(MostInAddress).Select(Choice));

    /// <summary>Whom an address or a form names, each once; what is no such name is left out.</summary>
    public static IReadOnlyList<StaffId> Chosen(IEnumerable<string?>? names) =>
        [.. (names ?? []).Select(name => Guid.TryParse(name, out var id) ? new StaffId(id) : (StaffId?)null).OfType<StaffId>().Distinct().Take(MostInAddress)];

    private static (string Name, string Value) Choice(StaffId person) => ("person", person.ToString());

    /// <summary>A page of the list of people.</summary>
    /// <param name="show">Name of what is shown; null for everyone.</param>
    /// <param name="sort">Name of the order; null for by name.</param>
    public static string PeopleList(string? search, string? show, int page, string? sort = null) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{People}?page={page}{(string.IsNullOrWhiteSpace(search) ? "" : $"&search={Uri.EscapeDataString(search)}")}"
                + $"{(show is null ? "" : $"&show={show}")}{(sort is null ? "" : $"&sort={sort}")}"
        );

    /// <summary>A person as the office keeps them.</summary>
    public static string Person(StaffId person) => $"{People}/{person}";

    /// <summary>What a person may do, and how they sign in; for the headteacher.</summary>
    public static string PersonAccess(StaffId person) => $"{Person(person)}/access";

    public static string PersonAccessChanged(StaffId person) => PersonAccess(person) + "?changed=true";

    /// <summary>The same, saying that a change was recorded.</summary>
    /// <param name="what">"edited", "paused", "back", "leaving", "stays".</param>
    public static string PersonChanged(StaffId person, string what) => $"{Person(person)}?changed={what}";

    /// <summary>What a staff list that was uploaded would do.</summary>
    public static string StaffUpload(Guid upload) => $"{StaffImport}/{upload}";

    public static string Part(VersionId version, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{MyReading}/{version}/part/{ordinal}");

    /// <summary>The questions that show whether a part was understood.</summary>
    public static string Quiz(VersionId version, int ordinal) => Part(version, ordinal) + "/quiz";

    /// <summary>The same, saying that a question was answered rightly.</summary>
    public static string QuizPassed(VersionId version, int ordinal, Guid question) => $"{Quiz(version, ordinal)}?right={question}";

    /// <summary>A part, after an answer that was not right.</summary>
    public static string ReadAgain(VersionId version, int ordinal) => Part(version, ordinal) + "?again=true";

    /// <summary>Asking someone about a part.</summary>
    public static string Ask(VersionId version, int ordinal) => Part(version, ordinal) + "/ask";

    /// <summary>Where a browser with script tells that the end of a part came into view.</summary>
    public static string EndReached(VersionId version, int ordinal) => Part(version, ordinal) + "/end";

    /// <summary>Needing a policy in large print, read aloud, translated or with a colleague.</summary>
    public static string AnotherWay(VersionId version) => $"{MyReading}/{version}/another-way";

    /// <summary>What changed since the person's earlier signature.</summary>
    public static string Changes(VersionId version) => $"{MyReading}/{version}/changes";

    /// <summary>Tells someone who was reading a version that a newer one is in force.</summary>
    public static string Superseded(VersionId version) => $"{MyReading}/{version}/superseded";

    /// <summary>A policy in force, to be read by anyone with an account and signed by no one.</summary>
    public static string LibraryPolicy(PolicyId policy) => $"{Library}/{policy}";

    /// <summary>A version that is to be in force from a later day, to be read before it.</summary>
    public static string LibraryVersion(PolicyId policy, VersionId version) => $"{LibraryPolicy(policy)}?version={version}";

    /// <summary>A policy as the office keeps it: versions, audiences, review and links.</summary>
    public static string Policy(PolicyId policy) => $"{Policies}/{policy}";

    /// <summary>Taking a policy out of force, or keeping it in force after all.</summary>
    public static string WithdrawPolicy(PolicyId policy) => $"{Policies}/{policy}/withdraw";

    public static string Audiences(PolicyId policy) => $"{Policies}/{policy}/audiences";

    /// <summary>What one published version changed.</summary>
    public static string VersionChanges(PolicyId policy, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Policies}/{policy}/versions/{number}/changes");

    /// <summary>Importing the next version of a policy.</summary>
    public static string ImportNext(PolicyId policy) => $"{PolicyImport}?policy={policy}";

    public static string Draft(Guid draft) => $"{Policies}/drafts/{draft}";

    public static string DraftSection(Guid draft, int section) => string.Create(CultureInfo.InvariantCulture, $"{Policies}/drafts/{draft}/sections/{section}");

    /// <summary>Comparing a draft with the version in force, and publishing it.</summary>
    public static string PublishDraft(Guid draft) => $"{Policies}/drafts/{draft}/publish";

    /// <summary>Where someone goes on with a version: its next part, signing it, or the page that says it is done. Reminders lead there.</summary>
    public static string GoOnReading(VersionId version) => $"{MyReading}/{version}/go-on";

    public static string Sign(VersionId version) => $"{MyReading}/{version}/sign";

    public static string Signed(VersionId version) => $"{MyReading}/{version}/signed";

    /// <summary>The signed page, saying that the first signature stands.</summary>
    public static string SignedBefore(VersionId version) => Signed(version) + "?before=true";

    public static string Induction(StaffId person) => $"{Inductions}/{person}";

    public static string Pack(Guid pack) => $"{Packs}/{pack}";

    /// <summary>Recording that a person was talked through something.</summary>
    public static string Talk(StaffId person, string title) => $"{Talks}/{person}?title={Uri.EscapeDataString(title)}";

    public static string Declaration(Guid declaration) => $"{Declarations}/{declaration}";

    /// <summary>A picture of a policy, by the hash of its bytes.</summary>
    public static string PolicyPicture(string sha256) => $"/policy-pictures/{sha256}";

    /// <summary>The document from which a version was read, as the school published it.</summary>
    public static string PolicyOriginal(VersionId version) => $"/policy-originals/{version}";

    /// <summary>The text of a version as a file.</summary>
    /// <param name="format">"pdf" or "docx".</param>
    public static string PolicyText(VersionId version, string format) => $"/policy-versions/{version}/{format}";

    /// <summary>The text of a draft as a file, "pdf" or "docx".</summary>
    public static string DraftText(Guid draft, string format) => $"{Draft(draft)}/text/{format}";

    /// <summary>The document of a draft.</summary>
    public static string DraftOriginal(Guid draft) => $"{Draft(draft)}/original";

    /// <summary>The pages of a draft that are published as pictures.</summary>
    public static string DraftPages(Guid draft) => $"{Draft(draft)}/pages";

    /// <summary>One of them, to write or confirm its words.</summary>
    /// <param name="section">From 0.</param>
    public static string DraftPageWords(Guid draft, int section) => $"{DraftPages(draft)}/{section}";

    /// <summary>What the import of a draft left out, to be decided.</summary>
    public static string DraftFidelity(Guid draft) => $"{Draft(draft)}/left-out";

    /// <summary>Which parts of a draft's document are the policy.</summary>
    public static string DraftParts(Guid draft) => $"{Draft(draft)}/parts";

    /// <summary>The questions that show whether a policy was understood.</summary>
    public static string QuizQuestions(PolicyId policy) => $"{Policies}/{policy}/questions";

    public static string QuizQuestion(PolicyId policy, Guid question) => $"{QuizQuestions(policy)}/{question}";

    /// <summary>The scan of a signature on paper.</summary>
    public static string Scan(AttestationId attestation) => $"{Signatures}/{attestation}/scan";

    public static string Correct(AttestationId attestation) => $"{Signatures}/{attestation}/correct";

    public static string CrestOf(string hash) => $"{Crest}/{hash}.png";

    public static string SignedCopy(AttestationId attestation) => $"/signed-copies/{attestation}.pdf";

    /// <param name="path">What a request asked to go back to.</param>
    /// <returns>The path when it leads to a page of ours, else null: no one is sent elsewhere by a forged link.</returns>
    public static string? Local(string? path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : null;

    private static string Query(IEnumerable<(string Name, string Value)> parts) =>
        string.Join('&', parts.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}")) is { Length: > 0 } query ? "?" + query : "";
}
