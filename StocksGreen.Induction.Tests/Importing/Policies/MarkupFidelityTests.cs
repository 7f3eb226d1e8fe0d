using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Importing.Policies.OpenDocument;
using static StocksGreen.Induction.Tests.Importing.Policies.OpenDocument.OdtFile;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>The same shapes as a web page and as an OpenDocument text: no reader is told another rule than the document's.</summary>
public sealed class MarkupFidelityTests
{
    private static readonly string Title = "<text:p text:style-name=\"Title\">Probe Policy</text:p>" + Heading("1. Rules");

    [Fact]
    public void Words_with_a_line_through_them_are_no_rule_and_are_listed() =>
        Expect(
            "<p>Phones stay in the office. <s>Staff may text parents.</s> Ask first.</p><p><span style='text-decoration: line-through'>"
                + "Photos go home.</span></p>"
                + "<p>Cameras belong to the school.<del>Or not.</del></p>",
            P($"Phones stay in the office. {Span("S", "Staff may text parents.")} Ask first.")
                + P(Span("S", "Photos go home."))
                + P($"Cameras belong to the school.{Span("S", "Or not.")}"),
            """
              Phones stay in the office. Ask first.
              Cameras belong to the school.
            """,
            "StruckOut: Staff may text parents. (under 1. Rules)",
            "StruckOut: Photos go home. (under 1. Rules)",
            "StruckOut: Or not. (under 1. Rules)"
        );

    [Fact]
    public void Hidden_words_and_white_words_on_white_are_left_out_and_white_words_on_a_dark_ground_are_not() =>
        Expect(
            "<p>The head decides.<span style='display:none'> Or the bursar.</span></p><p><font color='#FFFFFF'>never mind</font> Write it down.</p>"
                + "<p style='background-color:#1f3864;color:white'>Read this.</p>",
            P($"The head decides.{Span("H", " Or the bursar.")}")
                + P($"{Span("W", "never mind")} Write it down.")
                + $"<text:p text:style-name=\"N\">{Span("W", "Read this.")}</text:p>",
            """
              The head decides.
              Write it down.
              Read this.
            """,
            "Hidden: Or the bursar. (under 1. Rules)",
            "Hidden: never mind (under 1. Rules)"
        );

    [Fact]
    public void A_table_keeps_its_merged_cells_its_empty_cells_and_the_lists_in_its_cells() =>
        Expect(
            "<table><tr><th>Role<th>Must<th>Must not<tr><td rowspan=2>Teachers<td><ul><li>Use the school account<li>Tell the lead</ul><td>Delete"
                + "<tr><td>Keep the list<td>Leave it out<tr><td>Governors<td><td>Post about children<tr><td colspan=2>Not yet named<td>01234 567890</table>"
                + "<p>After it.",
            "<table:table><table:table-header-rows>"
                + Row(Cell(P("Role")), Cell(P("Must")), Cell(P("Must not")))
                + "</table:table-header-rows>"
                + Row(
                    Cell(P("Teachers"), "table:number-rows-spanned=\"2\""),
                    Cell(List("K", P("Use the school account"), P("Tell the lead"))),
                    Cell(P("Delete"))
                )
                + Row("<table:covered-table-cell/>", Cell(P("Keep the list")), Cell(P("Leave it out")))
                + Row(Cell(P("Governors")), Cell("<text:p/>"), Cell(P("Post about children")))
                + Row(Cell(P("Not yet named"), "table:number-columns-spanned=\"2\""), "<table:covered-table-cell/>", Cell(P("01234 567890")))
                + "</table:table>"
                + P("After it."),
            """
              table 1+0
              | Role | Must | Must not |
              | Teachers (rows 2) | Use the school account; Tell the lead | Delete |
              | Keep the list | Leave it out |
              | Governors |  | Post about children |
              | Not yet named (columns 2) | 01234 567890 |
              After it.
            """
        );

    [Fact]
    public void A_table_of_ticks_keeps_each_tick_in_its_column() =>
        Expect(
            "<table><caption>Table 1: who may</caption><thead><tr><th></th><th>Staff</th><th>Pupils</th></tr></thead>"
                + "<tr><th>Phone<td><td><tr><th>E-mail<td>✓<td><tr><th>Guest network<td><td>✓</table>",
            "<text:p text:style-name=\"Caption\">Table 1: who may</text:p><table:table><table:table-header-rows>"
                + Row(Cell("<text:p/>"), Cell(P("Staff")), Cell(P("Pupils")))
                + "</table:table-header-rows>"
                + Row(Cell(P("Phone")), "<table:table-cell table:number-columns-repeated=\"2\"/>")
                + Row(Cell(P("E-mail")), Cell(P("✓")), Cell(""))
                + Row(Cell(P("Guest network")), Cell(""), Cell(P("✓")))
                + "</table:table>",
            """
              table 1+1 Table 1: who may
              |  | Staff | Pupils |
              | Phone |  |  |
              | E-mail | ✓ |  |
              | Guest network |  | ✓ |
            """
        );

    [Fact]
    public void Letters_stay_with_their_items_at_every_depth_and_count_on_after_a_paragraph() =>
        Expect(
            "<p>Staff must:</p><style>ol{list-style-type:lower-alpha}</style><ol style='list-style-type:lower-alpha'><li>keep accounts "
                + "private<ul><li>at home</ul>"
                + "<li><s>keep two phones</s><li>report under (a)</ol><p>And so:</p><ol type=a start=4><li>write it down<li>tell the lead</ol>"
                + "<p>Anyone who breaks them is told.",
            P("Staff must:")
                + List(
                    "L",
                    P("keep accounts private") + List("K", P("at home")).Replace(" text:style-name=\"K\"", "", StringComparison.Ordinal),
                    P(Span("S", "keep two phones")),
                    P("report under (a)")
                )
                + P("And so:")
                + List("L", P("write it down"), P("tell the lead"))
                    .Replace("<text:list ", "<text:list text:continue-numbering=\"true\" ", StringComparison.Ordinal)
                + P("Anyone who breaks them is told."),
            (
                """
                  Staff must:
                  list
                  - a. keep accounts private
                    - at home
                  - c. report under (a)
                  And so:
                  list
                  - d. write it down
                  - e. tell the lead
                  Anyone who breaks them is told.
                """,
                """
                  Staff must:
                  list
                  - (a) keep accounts private
                    - i. at home
                  - (c) report under (a)
                  And so:
                  list
                  - (d) write it down
                  - (e) tell the lead
                  Anyone who breaks them is told.
                """
            ),
            "StruckOut: keep two phones (under 1. Rules)"
        );

    [Fact]
    public void A_tick_or_a_cross_stays_in_front_of_its_words() =>
        Expect(
            "<p>✓ use the school account</p><p>❌ post photos</p><p><input type=checkbox checked> I have read it</p>",
            P("✓ use the school account") + P("❌ post photos") + P("<loext:content-control loext:checkbox=\"true\" loext:checked=\"true\"/> I have read it"),
            """
              list
              - ✓ use the school account
              - ❌ post photos
              - ☑ I have read it
            """
        );

    [Fact]
    public void Raised_and_lowered_figures_soft_hyphens_and_fixed_spaces() =>
        Expect(
            "<p>Within 24<sup>2</sup> hours; H<sub>2</sub>O; safe&shy;guarding; 10&nbsp;days",
            P($"Within 24{Span("U", "2")} hours; H{Span("D", "2")}O; safe\u00ADguarding; 10\u00A0days"),
            """
              Within 24^{2} hours; H_{2}O; safeguarding; 10 days
            """
        );

    [Fact]
    public void Notes_stand_with_their_marks_and_comments_are_listed() =>
        Expect(
            "<p>Report it.<sup><a href='#f1' id='r1'>1</a></sup> At once.<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup></p>"
                + "<hr><p><a href='#r1' id='f1'>1</a> To the lead.</p><div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Agreed?</span></p></div>",
            P(
                "Report it.<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>To the lead.</text:p>"
                    + "</text:note-body></text:note> At once.<office:annotation><text:p>Agreed?</text:p></office:annotation>"
            ),
            """
              Report it.[^1] At once.
              note 1: To the lead.
            """,
            "Comment: Agreed? (under 1. Rules)"
        );

    [Fact]
    public void Placeholders_stay_and_are_listed() =>
        Expect(
            "<p>The lead is [insert name]. Seen on XX/XX/20XX.</p>",
            P("The lead is [insert name]. Seen on XX/XX/20XX."),
            """
              The lead is [insert name]. Seen on XX/XX/20XX.
            """,
            "Placeholder: [insert name] (under 1 Rules)",
            "Placeholder: XX/XX/20XX (under 1 Rules)"
        );

    [Fact]
    public void Numbered_headings_have_their_numbers_wherever_they_come_from()
    {
        const string Expected = """
            title: Probe Policy
            school: 
            # [1] Aims
              Every child is safe.
            # [2] Rules
            ## [2.1] In class
              Listen.
            based on: not said
            next review: not said

            """;
        const string Outline =
            "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/><text:outline-level-style "
            + "text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/></text:outline-style>";

        Assert.Equal(
            Expected.ReplaceLineEndings("\n"),
            PolicyOutline.Of(
                Page("<h1>Probe Policy</h1><ol><li><h2>Aims</h2></ol><p>Every child is safe.<ol start=2><li><h2>Rules</h2></ol><h3>2.1 In class</h3><p>Listen.")
            )
        );
        Assert.Equal(
            Expected.ReplaceLineEndings("\n"),
            PolicyOutline.Of(
                PolicyImport.Parse(
                    new OdtFile(
                        "<text:p text:style-name=\"Title\">Probe Policy</text:p>"
                            + Heading("Aims")
                            + P("Every child is safe.")
                            + Heading("Rules")
                            + Heading("In class", 2)
                            + P("Listen.")
                    )
                    {
                        Styles = Outline,
                    }.ToBytes(),
                    "policy.odt"
                )
            )
        );
    }

    private static void Expect(string html, string odt, string body, params string[] leftOut) => Expect(html, odt, (body, body), leftOut);

    private static void Expect(string html, string odt, (string OfPage, string OfText) body, params string[] leftOut)
    {
        Check(Page("<h1>Probe Policy</h1><h2>1. Rules</h2>" + html), body.OfPage, leftOut);
        var file = new OdtFile(Title + odt);
        Check(PolicyImport.Parse(file.ToBytes(), "policy.odt"), body.OfText, leftOut);
        Check(PolicyImport.Parse(Encoding.UTF8.GetBytes(file.ToFlat()), "policy.fodt"), body.OfText, leftOut);
    }

    private static ImportOutcome Page(string body) => PolicyImport.Parse(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body>{body}"), "policy.html");

    private static void Check(ImportOutcome outcome, string body, string[] leftOut)
    {
        var outline = PolicyOutline.Of(outcome);
        var imported = Assert.IsType<ImportOutcome.Imported>(outcome);
        var start = outline.IndexOf("# [1] Rules\n", StringComparison.Ordinal) + 12;
        var end = outline.IndexOf("based on:", StringComparison.Ordinal);

        Assert.Equal(body.ReplaceLineEndings("\n") + "\n", outline[start..end]);
        Assert.Equal(leftOut, imported.LeftOut.Select(item => $"{item.Kind}: {item.Text} ({item.Where})"));
        Assert.Empty(imported.Coverage.Missing);
    }
}
