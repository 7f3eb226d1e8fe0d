using StocksGreen.Induction.Importing.Policies;
using static StocksGreen.Induction.Tests.Importing.Policies.Word.WordFile;

namespace StocksGreen.Induction.Tests.Importing.Policies.Word;

/// <summary>Documents as Word, LibreOffice and Google Docs write them, each with the outline that a person would give it.</summary>
public sealed class WordShapeTests
{
    private const string Sections =
        Bullets
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle "
        + "w:val=\"Heading1\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle "
        + "w:val=\"Heading2\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>";
    private const string Bullets =
        "<w:abstractNum w:abstractNumId=\"9\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/><w:pPr><w:ind "
        + "w:left=\"720\"/></w:pPr></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/><w:pPr><w:ind "
        + "w:left=\"1440\"/></w:pPr></w:lvl></w:abstractNum>";

    [Fact]
    public void True_headings_with_numbers_that_come_from_their_style_and_nested_bullets() =>
        Expect(
            new WordFile
            {
                Styles =
                    Style("Heading1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
                    + Style("Heading2", "heading 2", "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/></w:numPr><w:outlineLvl w:val=\"1\"/></w:pPr>")
                    + Style("Title", "Title", ""),
                Numbering = Sections + List(5, 1) + List(7, 9),
            }
                .P("Anti-bullying Policy", "Title")
                .P("Ferncliffe Junior School")
                .P("Aims", "Heading1")
                .P("Every child is safe here.")
                .P("What we do", "Heading1")
                .P("In class", "Heading2")
                .P("Teachers will:", properties: Num(7, 0))
                .P("listen first;", properties: Num(7, 1))
                .P("write it down.", properties: Num(7, 1))
                .P("Pupils tell an adult.", properties: Num(7, 0))
                .P("Outside", "Heading2")
                .P("Supervisors walk the whole playground."),
            """
            title: Anti-bullying Policy
            school: Ferncliffe Junior School
            # [1] Aims
              Every child is safe here.
            # [2] What we do
            ## [2.1] In class
              list
              - Teachers will:
                - listen first;
                - write it down.
              - Pupils tell an adult.
            ## [2.2] Outside
              Supervisors walk the whole playground.
            based on: not said
            next review: not said
            """
        );

    [Fact]
    public void Bold_lines_with_typed_numbers_and_bullets_typed_by_hand() =>
        Expect(
            new WordFile()
                .P("Ferncliffe Junior School", look: "b", size: 32)
                .P("Behaviour Policy", look: "b", size: 40)
                .P("1. Our aims", look: "b")
                .P("We want calm classrooms.")
                .P("2. Rewards", look: "b")
                .P("Children earn:")
                .P("- stickers for kindness")
                .P("- a postcard home")
                .P("o\tposted on Fridays", properties: "<w:ind w:left=\"1440\"/>")
                .P("- time in the garden")
                .P("3. Sanctions", look: "b")
                .Runs(R("Sanctions are ") + R("never", "b") + R(" given to a whole class.")),
            """
            title: Behaviour Policy
            school: Ferncliffe Junior School
            # [1] Our aims
              We want calm classrooms.
            # [2] Rewards
              Children earn:
              list
              - stickers for kindness
              - a postcard home
                - posted on Fridays
              - time in the garden
            # [3] Sanctions
              Sanctions are *never* given to a whole class.
            based on: not said
            next review: not said
            """
        );

    [Fact]
    public void Bold_lines_without_numbers() =>
        Expect(
            new WordFile()
                .P("Uniform Policy", look: "b", size: 36)
                .P("Ferncliffe Junior School")
                .P("Introduction", look: "b")
                .P("Uniform helps everybody to belong.")
                .P("What to wear", look: "b")
                .P("A green jumper and grey trousers or a skirt.")
                .Runs(R("Note:", "b") + R(" trainers are for PE only."))
                .P("Help with the cost", look: "u")
                .P("Ask at the office, in confidence."),
            """
            title: Uniform Policy
            school: Ferncliffe Junior School
            # [] Introduction
              Uniform helps everybody to belong.
            # [] What to wear
              A green jumper and grey trousers or a skirt.
              *Note:* trainers are for PE only.
            # [] Help with the cost
              Ask at the office, in confidence.
            based on: not said
            next review: not said
            """
        );

    [Fact]
    public void Paragraphs_that_Word_numbers_one_by_one_stay_paragraphs() =>
        Expect(
            new WordFile { Numbering = Kind(1, Level(0, "decimal", "%1."), Level(1, "decimal", "%1.%2"), Level(2, "lowerLetter", "(%3)")) + List(5, 1) }
                .P("Whistleblowing Policy", "Title")
                .P("Ferncliffe Junior School")
                .P("Purpose", look: "b", properties: Num(5, 0))
                .P("Staff who see something wrong are asked to say so without delay.", properties: Num(5, 1))
                .P("Nobody is worse off for having spoken in good faith.", properties: Num(5, 1))
                .P("Raising a concern", look: "b", properties: Num(5, 0))
                .P("A concern may be raised with:", properties: Num(5, 1))
                .P("the headteacher;", properties: Num(5, 2))
                .P("the chair of governors.", properties: Num(5, 2))
                .P("It is answered within ten school days.", properties: Num(5, 1)),
            """
            title: Whistleblowing Policy
            school: Ferncliffe Junior School
            # [1] Purpose
              1.1 Staff who see something wrong are asked to say so without delay.
              1.2 Nobody is worse off for having spoken in good faith.
            # [2] Raising a concern
              2.1 A concern may be raised with:
              list
              - (a) the headteacher;
              - (b) the chair of governors.
              2.2 It is answered within ten school days.
            based on: not said
            next review: not said
            """
        );

    [Fact]
    public void Numbers_go_on_restart_and_are_printed_in_every_form() =>
        Expect(
            new WordFile
            {
                Numbering =
                    Kind(1, Level(0, "upperRoman", "%1."), Level(1, "lowerLetter", "%2)"))
                    + Kind(2, Level(0, "decimal", "%1."))
                    + List(5, 1)
                    + List(6, 2)
                    + List(7, 2, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"),
            }
                .P("Fire Safety Policy", "Title")
                .P("Ferncliffe Junior School")
                .P("Before a fire", look: "b", properties: Num(5, 0))
                .P("Do these things:")
                .P("Know the way out.", properties: Num(6, 0))
                .P("Keep it clear.", properties: Num(6, 0))
                .P("In a fire", look: "b", properties: Num(5, 0))
                .P("Do these things:")
                .P("Sound the alarm.", properties: Num(7, 0))
                .P("Leave by the nearest door.", properties: Num(7, 0))
                .P("Take nothing.", properties: Num(7, 0)),
            """
            title: Fire Safety Policy
            school: Ferncliffe Junior School
            # [I] Before a fire
              Do these things:
              list
              - 1. Know the way out.
              - 2. Keep it clear.
            # [II] In a fire
              Do these things:
              list
              - 1. Sound the alarm.
              - 2. Leave by the nearest door.
              - 3. Take nothing.
            based on: not said
            next review: not said
            """
        );

    [Fact]
    public void Key_details_in_a_table_and_in_lines_broken_by_hand() =>
        Expect(
            new WordFile()
                .P("Attendance Policy", "Title")
                .P("Ferncliffe Junior School")
                .Table(["Approved by", "Full governing body"], ["Date of next review", "September 2026"], ["Owner", "Deputy headteacher"])
                .P("Attendance lead: Jo Marsh\nNamed governor: Ash Patel")
                .P("1. Why it matters", look: "b")
                .P("Every day counts. This policy is based on Working Together, and on KCSIE 2025."),
            """
            title: Attendance Policy
            school: Ferncliffe Junior School
            detail: Approved by = Full governing body
            detail: Date of next review = September 2026
            detail: Owner = Deputy headteacher
            detail: Attendance lead = Jo Marsh
            detail: Named governor = Ash Patel
            # [1] Why it matters
              Every day counts. This policy is based on Working Together, and on KCSIE 2025.
            based on: KCSIE 2025
            next review: 2026-09
            """
        );

    [Fact]
    public void Contents_headers_footers_and_page_numbers_are_left_out_and_said() =>
        Expect(
            new WordFile { Styles = new WordFile().Styles + Style("TOC1", "toc 1", "") }
                .P("Online Safety Policy", "Title")
                .P("Ferncliffe Junior School")
                .Runs(
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o \"1-3\"</w:instrText></w:r><w:r><w:fldChar "
                        + "w:fldCharType=\"separate\"/></w:r>"
                        + R("1. Aims\t2"),
                    "TOC1"
                )
                .Runs(R("2. Devices\t3"), "TOC1")
                .Raw("<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")
                .P("1. Aims", "Heading1")
                .P("We keep children safe online.")
                .P("2. Devices", "Heading1")
                .P("Phones stay in the office.")
                .Part("header1", "header", "hdr", $"<w:p>{R("Ferncliffe Junior School – Online Safety")}</w:p>")
                .Part("footer1", "footer", "ftr", $"<w:p>{R("Page ")}<w:fldSimple w:instr=\" PAGE \">{R("3")}</w:fldSimple></w:p>"),
            """
            title: Online Safety Policy
            school: Ferncliffe Junior School
            # [1] Aims
              We keep children safe online.
            # [2] Devices
              Phones stay in the office.
            based on: not said
            next review: not said
            warning: Left out what belongs to the printed pages: “Ferncliffe Junior School – Online Safety” and “Page”.
            warning: Skipped the contents list: “1. Aims 2” and “2. Devices 3”.
            """
        );

    [Fact]
    public void Notes_follow_their_paragraph_and_tracked_changes_are_accepted() =>
        Expect(
            new WordFile()
                .P("Visitors Policy", "Title")
                .P("Ferncliffe Junior School")
                .P("1. Arriving", "Heading1")
                .Runs(
                    R("Visitors sign in")
                        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                        + "<w:del><w:r><w:delText> at the gate</w:delText></w:r></w:del>"
                        + $"<w:ins>{R(" at the office")}</w:ins>"
                        + R(".")
                )
                .Raw($"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("They wear ")}</w:p>")
                .P("a badge.")
                .P("2. Leaving", "Heading1")
                .P("Visitors hand the badge back.")
                .Part("footnotes", "footnotes", "footnotes", $"<w:footnote w:id=\"2\"><w:p>{R("Also contractors.")}</w:p></w:footnote>")
                .Part("comments", "comments", "comments", $"<w:comment w:id=\"1\" w:author=\"A\"><w:p>{R("Agree with the office?")}</w:p></w:comment>"),
            """
            title: Visitors Policy
            school: Ferncliffe Junior School
            # [1] Arriving
              Visitors sign in[^1] at the office.
              They wear a badge.
              note 1: Also contractors.
            # [2] Leaving
              Visitors hand the badge back.
            based on: not said
            next review: not said
            warning: Tracked changes were taken as accepted: 1 insertion kept, 1 deletion left out. Check that they are agreed.
            warning: 1 comment in the margin is not part of the policy and was left out.
            left out: Deleted: at the gate (under 1. Arriving)
            left out: Inserted: at the office (under 1. Arriving)
            left out: Comment: Agree with the office? (in the margin)
            """
        );

    [Fact]
    public void Text_boxes_controls_links_symbols_and_what_cannot_be_shown() =>
        Expect(
            new WordFile()
                .P("Trips Policy", "Title")
                .P("Ferncliffe Junior School")
                .P("1. Planning", "Heading1")
                .Runs(
                    R("Ask the office.")
                        + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData "
                        + "uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent><w:p>"
                        + R("No trip without a risk assessment.")
                        + "</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
                        + "<w:pict><w:txbxContent><w:p>"
                        + R("No trip without a risk assessment.")
                        + "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                )
                .Raw(
                    $"<w:sdt><w:sdtContent><w:p><w:hyperlink>{R("See the form", "u")}</w:hyperlink>{R(" on the drive.")}"
                        + $"{R(" Draft only.", "vanish")}</w:p></w:sdtContent></w:sdt>"
                )
                .Runs("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r>" + R("\tParents are told."))
                .Runs("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r>" + R("\tLists go to the office."))
                .Runs("<w:r><w:drawing><wp:inline><wp:docPr id=\"4\" name=\"Picture 1\" descr=\"Map of the site\"/></wp:inline></w:drawing></w:r>"),
            """
            title: Trips Policy
            school: Ferncliffe Junior School
            # [1] Planning
              Ask the office.
              box
              No trip without a risk assessment.
              end of box
              See the form on the drive.
              list
              - Parents are told.
              - Lists go to the office.
            based on: not said
            next review: not said
            warning: Left out hidden text: “Draft only.”.
            warning: 1 drawn shape without words was left out.
            left out: Hidden: Draft only. (under 1. Planning)
            """
        );

    [Fact]
    public void A_gap_in_numbers_is_kept_and_told_and_a_table_in_the_text_loses_nothing() =>
        Expect(
            new WordFile()
                .P("Charging Policy", "Title")
                .P("Ferncliffe Junior School")
                .P("1. Free", "Heading1")
                .P("Lessons are free.")
                .P("3. Paid", "Heading1")
                .Table(["What", "Cost"], ["Music", "£8"])
                .P("Ask for help."),
            """
            title: Charging Policy
            school: Ferncliffe Junior School
            # [1] Free
              Lessons are free.
            # [3] Paid
              table 0+0
              | What | Cost |
              | Music | £8 |
              Ask for help.
            based on: not said
            next review: not said
            warning: The numbering has a gap: 1 is followed by 3. The numbers were kept as printed.
            """
        );

    [Fact]
    public void Welsh_headings_in_a_localised_style_and_a_layout_table() =>
        Expect(
            new WordFile { Styles = Style("Pennawd1", "heading 1", "") + Style("Arddull", "Adran", "", basedOn: "Pennawd1") + Style("Teitl", "Title", "") }
                .P("Polisi Ymddygiad", "Teitl")
                .P("Ysgol y Garreg Wen")
                .Raw(
                    TableOf([
                        $"<w:p><w:pPr><w:pStyle w:val=\"Arddull\"/></w:pPr>{R("Ein nodau")}</w:p><w:p>{R("Mae pob plentyn yn ddiogel ac yn hapus yma.")}</w:p>",
                    ])
                )
                .P("Canmol", "Pennawd1")
                .P("Mae’r athrawon yn canmol ymdrech bob dydd."),
            """
            title: Polisi Ymddygiad
            school: Ysgol y Garreg Wen
            # [] Ein nodau
              Mae pob plentyn yn ddiogel ac yn hapus yma.
            # [] Canmol
              Mae’r athrawon yn canmol ymdrech bob dydd.
            based on: not said
            next review: not said
            """
        );

    [Fact]
    public void Sections_numbered_under_unnumbered_parts_keep_their_depth() =>
        Expect(
            new WordFile()
                .P("Health and Safety Policy", "Title")
                .P("Ferncliffe Junior School")
                .P("Arrangements", "Heading1")
                .P("1. First aid", "Heading2")
                .P("Three people are trained.")
                .P("1.1 Kits", "Heading3")
                .P("There is one in each block.")
                .P("2. Fire", "Heading2")
                .P("We practise each term."),
            """
            title: Health and Safety Policy
            school: Ferncliffe Junior School
            # [] Arrangements
            ## [1] First aid
              Three people are trained.
            ### [1.1] Kits
              There is one in each block.
            ## [2] Fire
              We practise each term.
            based on: not said
            next review: not said
            """
        );

    [Fact]
    public void A_school_that_names_itself_only_at_the_head_of_its_pages_and_sentences_among_styled_headings() =>
        Expect(
            new WordFile()
                .P("Lettings Policy", "Title")
                .P("1. Hire", "Heading1")
                .P("The hall is let to clubs")
                .P("2. Terms", "Heading1")
                .P("Leave it tidy.")
                .P("3. Charges", "Heading1")
                .Runs(R("Governors set them") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
                .Part("footnotes", "footnotes", "footnotes", $"<w:footnote w:id=\"2\"><w:p>{R("Each July.")}</w:p></w:footnote>")
                .Part("header1", "header", "hdr", $"<w:p>{R("Larch Hill Primary School")}</w:p>"),
            """
            title: Lettings Policy
            school: Larch Hill Primary School
            # [1] Hire
              The hall is let to clubs
            # [2] Terms
              Leave it tidy.
            # [3] Charges
              Governors set them[^1]
              note 1: Each July.
            based on: not said
            next review: not said
            warning: Left out what belongs to the printed pages: “Larch Hill Primary School”.
            """
        );

    private static void Expect(WordFile file, string outline) =>
        Assert.Equal(outline.ReplaceLineEndings("\n") + "\n", PolicyOutline.Of(PolicyImport.Parse(file.ToBytes(), "policy.docx")));
}
