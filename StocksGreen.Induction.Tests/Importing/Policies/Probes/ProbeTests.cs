using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies.Probes;

/// <summary>Small Word documents, each with one thing that an import once read as another rule than the document's.</summary>
public sealed class ProbeTests
{
    [Fact]
    public void Struck_out_sentences_are_no_rules() =>
        Expect(
            "strike.docx",
            """
            # [1] Rules
              Staff must not accept friend requests from pupils. Ask the DSL when in doubt.
            """,
            "StruckOut: Staff may give pupils their mobile number.",
            "StruckOut: Photos may be taken on personal phones."
        );

    [Fact]
    public void A_table_keeps_its_rows_its_merged_cells_and_the_lists_in_them()
    {
        Expect(
            "table.docx",
            """
            # [1] Who does what
              table 1+0
              | Role | Must | Must not |
              | Teachers (rows 2) | Use school accounts; Tell the DSL of breaches | Share personal numbers; Delete messages |
              | Keep the register | Leave it open |
              | Governors |  | Post about pupils |
              After the table.
            """
        );

        var table = Assert.IsType<Table>(Read("table.docx").Policy.Sections[0].Blocks[0]);
        Assert.Equal([2, 2], table.Rows[1].Cells.Skip(1).Select(cell => Assert.IsType<BulletList>(Assert.Single(cell.Blocks)).Items.Count));
    }

    [Fact]
    public void Each_tick_stays_in_its_own_column() =>
        Expect(
            "matrix.docx",
            """
            # [1] Who may use what
              table 1+1
              |  | Staff | Pupils | Visitors |
              | Mobile phone in class |  |  |  |
              | School e-mail | ✓ |  |  |
              | Guest wifi |  |  | ✓ |
            """
        );

    [Fact]
    public void A_cell_over_two_columns_moves_none_of_its_neighbours() =>
        Expect(
            "span.docx",
            """
            # [1] Contacts
              table 1+0
              | Name | Role | Telephone |
              | To be appointed (columns 2) | 01234 567890 |
            """
        );

    [Fact]
    public void Heads_in_the_style_of_headings_never_tear_the_rows_apart() =>
        Expect(
            "layout.docx",
            """
              table 1+0
              | Risk | Control |
              | Friend requests | Decline and tell the DSL |
              | Photos | Use school cameras |
            """
        );

    [Fact]
    public void Typed_ticks_and_crosses_stay_in_front_of_their_words() =>
        Expect(
            "dont.docx",
            """
            # [1] Messages
              Do and do not:
              list
              - ✓ use the school account
              - ✗ give pupils your own number
              - ✘ delete messages from pupils
              - ❌ post photos of pupils
              - ✅ tell the DSL
            """
        );

    [Fact]
    public void Crosses_as_bullets_stay_in_front_of_their_words() =>
        Expect(
            "dontlist.docx",
            """
            # [1] Messages
              Staff and pupils:
              list
              - ✗ give pupils your own number
              - ✗ delete messages
              tell the DSL
            """
        );

    [Fact]
    public void Signs_of_symbol_fonts_are_signs() =>
        Expect(
            "symbols.docx",
            """
            # [1] Agreement
              list
              - ☑ I have read the policy
              - ✗ Never share passwords
              - ✓ Always lock the screen
              - ✓ Allowed ✗ Not allowed ☐ Not sure → see 4.2 ≤ 24 hours £50 café Siân
            """
        );

    [Fact]
    public void Links_keep_their_words_and_their_addresses()
    {
        Expect(
            "links.docx",
            """
            # [1] Report
              Report a concern here.
              E-mail the LADO
            """
        );

        Assert.Equal(
            [("here", "https://example.org/report-a-concern"), ("E-mail the LADO", "mailto:lado@example.org")],
            BlockText
                .Texts(Read("links.docx").Policy.Sections[0].Blocks)
                .SelectMany(text => text.Runs)
                .Where(run => run.Link is not null)
                .Select(run => (run.Text, run.Link!))
        );
    }

    [Fact]
    public void Raised_and_lowered_figures_stay_so() =>
        Expect(
            "super.docx",
            """
            # [1] Times
              Reply within 24^{2} hours; H_{2}O; safeguarding; 10 days
            """
        );

    [Fact]
    public void A_sentence_that_refers_to_b_finds_it() =>
        Expect(
            "letters.docx",
            """
            # [1] Duties
              Staff must:
              list
              - (a) keep accounts private
              - (b) not befriend pupils
              - (c) report under (b) at once
              Anyone who breaks (b) is referred to the LADO.
            """
        );

    [Fact]
    public void Tracked_changes_are_told_with_their_words() =>
        Expect(
            "track.docx",
            """
            # [1] Rules
              Staff must not use WhatsApp with parents.
            """,
            "Inserted: must not",
            "Deleted: may"
        );

    [Fact]
    public void Fields_that_were_never_filled_in_wait_for_a_decision() =>
        Expect(
            "fields.docx",
            """
            # [1] Template
              At «SchoolName» we follow section Error! Reference source not found.. The DSL is [insert name]. Reviewed on XX/XX/20XX.
            """,
            "Placeholder: «SchoolName»",
            "Placeholder: Error! Reference source not found.",
            "Placeholder: [insert name]",
            "Placeholder: XX/XX/20XX"
        );

    [Fact]
    public void Controls_that_were_never_filled_in_wait_for_a_decision() =>
        Expect(
            "sdt.docx",
            """
            # [1] Owner
              Choose an item. is responsible for this policy. Click or tap to enter a date.
            """,
            "Placeholder: Choose an item.",
            "Placeholder: Click or tap to enter a date."
        );

    [Fact]
    public void White_words_are_hidden_and_highlights_are_told()
    {
        Expect(
            "marks.docx",
            """
            # [1] Draft
              The headteacher decides. THE GOVERNING BODY APPROVES.
            """,
            "Hidden: white text"
        );

        Assert.Contains("Taken over without its colour: “The headteacher decides.”. Check that it is settled.", Read("marks.docx").Warnings);
    }

    [Fact]
    public void Details_in_the_footer_of_the_pages_count()
    {
        var policy = Read("hdrdate.docx").Policy;

        Assert.Equal(new ReviewMonth(2027, 6), policy.NextReview);
        Assert.Equal(
            [new KeyDetail("Approved by", "Full Governing Body"), new KeyDetail("Next review date", "June 2027"), new KeyDetail("Version", "3")],
            policy.KeyDetails
        );
    }

    [Fact]
    public void A_draft_says_so_across_its_pages_and_is_not_published() =>
        Expect(
            "wm.docx",
            """
            # [1] Rules
              Text.
            """,
            "Watermark: DRAFT NOT APPROVED"
        );

    [Fact]
    public void Lines_to_sign_are_listed_and_the_statement_stays()
    {
        var imported = Read("sigblock.docx");

        Assert.Equal("I have read and understood this policy.", Assert.IsType<Paragraph>(Assert.Single(imported.Policy.Sections[^1].Blocks)).Text.PlainText);
        Assert.NotEmpty(imported.LeftOut);
        Assert.All(imported.LeftOut, item => Assert.Equal((LeftOutKind.Object, "under Staff declaration"), (item.Kind, item.Where)));
    }

    [Fact]
    public void Two_policies_in_one_file_wait_for_a_decision()
    {
        var imported = Read("merged.docx");

        Assert.Equal([new LeftOut(LeftOutKind.Object, "Another policy seems to begin here: “Mobile Phone Policy”", "after 2 Rules")], imported.LeftOut);
        Assert.True(imported.LeftOut[0].StopsPublishing);
        Assert.Equal(["1 Aims", "2 Rules", "Mobile Phone Policy", "1 Aims", "2 Rules"], imported.Policy.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void A_document_with_macros_is_read_and_they_are_told()
    {
        Expect(
            "macro.docm",
            """
            # [1] Rules
              Text.
            """
        );

        Assert.Contains("The document holds macros. They were not run and are not kept.", Read("macro.docm").Warnings);
    }

    [Fact]
    public void The_strict_form_of_the_format_is_read() =>
        Expect(
            "strict.docx",
            """
            # [1] Rules
              Staff must sign.
            """
        );

    private static ImportOutcome.Imported Read(string name) =>
        Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(Imports.Resource(typeof(ProbeTests).Assembly, $"Probes/{name}"), name));

    /// <summary>The whole text; all that was left out; that what changes the sense stops publishing; and that no word is missing.</summary>
    private static void Expect(string name, string body, params string[] leftOut)
    {
        var imported = Read(name);
        var outline = PolicyOutline.Of(imported);
        const string Start = "title: Probe Policy\nschool: \n";
        var end = outline.IndexOf("based on:", StringComparison.Ordinal);

        Assert.StartsWith(Start, outline, StringComparison.Ordinal);
        Assert.Equal(body.ReplaceLineEndings("\n") + "\n", outline[Start.Length..end]);
        Assert.Equal(leftOut, imported.LeftOut.Select(item => $"{item.Kind}: {item.Text}"));
        Assert.All(imported.LeftOut, item => Assert.Equal(item.Kind is not (LeftOutKind.Inserted or LeftOutKind.Deleted), item.StopsPublishing));
        Assert.Empty(imported.Coverage.Missing);
    }
}
