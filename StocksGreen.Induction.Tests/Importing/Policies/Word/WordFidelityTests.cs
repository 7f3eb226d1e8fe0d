using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using static StocksGreen.Induction.Tests.Importing.Policies.Word.WordFile;

namespace StocksGreen.Induction.Tests.Importing.Policies.Word;

/// <summary>No reader is told another rule than the document's: each shape in which an import once changed what a policy says.</summary>
public sealed class WordFidelityTests
{
    private static readonly string Bullets =
        Kind(1, Level(0, "bullet", "\uF0B7", "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>"))
        + Kind(2, Level(0, "lowerLetter", "(%1)"))
        + "<w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0FB\"/><w:rPr><w:rFonts "
        + "w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr></w:lvl></w:abstractNum>"
        + Kind(4, Level(0, "decimal", "%1."))
        + List(1, 1)
        + List(2, 2)
        + List(3, 3)
        + List(4, 4);

    [Fact]
    public void Words_with_a_line_through_them_are_no_rule_and_are_listed() =>
        Expect(
            Start()
                .Runs(R("Phones stay in the office.") + R(" Staff may text parents.", "strike") + R(" Ask first."))
                .P("Photos go home on phones.", look: "dstrike")
                .Runs("<w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>Cameras belong to the school.</w:t></w:r>"),
            """
              Phones stay in the office. Ask first.
              Cameras belong to the school.
            """,
            "StruckOut: Staff may text parents. (under 1. Rules)",
            "StruckOut: Photos go home on phones. (under 1. Rules)"
        );

    [Fact]
    public void White_words_on_white_are_left_out_and_white_words_on_a_dark_ground_are_not() =>
        Expect(
            Start()
                .Runs(R("The head decides.") + Coloured(" never mind", "FFFFFF"))
                .Runs(Coloured("Read this box.", "FFFFFF"), properties: "<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>")
                .Runs(Coloured("Blue on blue.", "1F3864"), properties: "<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>")
                .Runs("<w:r><w:rPr><w:caps/></w:rPr><w:t>governors approve</w:t></w:r>"),
            """
              The head decides.
              Read this box.
              GOVERNORS APPROVE
            """,
            "Hidden: never mind (under 1. Rules)",
            "Hidden: Blue on blue. (under 1. Rules)"
        );

    [Fact]
    public void A_table_keeps_its_merged_cells_its_empty_cells_and_the_lists_in_its_cells() =>
        Expect(
            Start()
                .Raw(
                    "<w:tbl>"
                        + Row(Cell("Role"), Cell("Must"), Cell("Must not"))
                        + Row(
                            Cell("Teachers", "<w:vMerge w:val=\"restart\"/>"),
                            Items("Use the school account", "Tell the lead"),
                            Items("Share a number", "Delete")
                        )
                        + Row(Cell("", "<w:vMerge/>"), Cell("Keep the list"), Cell("Leave it out"))
                        + Row(Cell("Governors"), Cell(""), Cell("Post about children"))
                        + Row(Cell("Not yet named", "<w:gridSpan w:val=\"2\"/>"), Cell("01234 567890"))
                        + "</w:tbl>"
                )
                .P("After it."),
            """
              table 1+0
              | Role | Must | Must not |
              | Teachers (rows 2) | Use the school account; Tell the lead | Share a number; Delete |
              | Keep the list | Leave it out |
              | Governors |  | Post about children |
              | Not yet named (columns 2) | 01234 567890 |
              After it.
            """
        );

    [Fact]
    public void A_table_of_ticks_keeps_each_tick_in_its_column() =>
        Expect(
            Start()
                .P("Table 1: who may use what", "Caption")
                .Table(["", "Staff", "Pupils"], ["Phone in class", "", ""], ["E-mail", "✓", ""], ["Guest network", "", "✓"]),
            """
              table 1+1 Table 1: who may use what
              |  | Staff | Pupils |
              | Phone in class |  |  |
              | E-mail | ✓ |  |
              | Guest network |  | ✓ |
            """
        );

    [Fact]
    public void A_table_whose_first_row_has_the_style_of_headings_is_never_torn_apart() =>
        Expect(
            Start().Table([Heading("Risk"), Heading("Control")], ["Friend requests", "Say no and tell the lead"], ["Photos", "School cameras only"]),
            """
              table 1+0
              | Risk | Control |
              | Friend requests | Say no and tell the lead |
              | Photos | School cameras only |
            """
        );

    [Fact]
    public void A_tick_or_a_cross_stays_in_front_of_its_words() =>
        Expect(
            Start()
                .P("✓ use the school account")
                .P("❌ post photos")
                .P("give out your number", properties: Num(3, 0))
                .Runs("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + R(" I have read it"))
                .Runs("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0C3\"/></w:r>" + R("Unknown sign")),
            """
              list
              - ✓ use the school account
              - ❌ post photos
              - ✗ give out your number
              - ☑ I have read it
              �Unknown sign
            """,
            "Symbol: Sign C3 of the font Wingdings (under 1. Rules)"
        );

    [Fact]
    public void Letters_stay_with_their_items_even_where_one_is_struck_out() =>
        Expect(
            Start()
                .P("Staff must:")
                .P("keep accounts private", properties: Num(2, 0))
                .P("keep two phones", look: "strike", properties: Num(2, 0))
                .P("report under (a)", properties: Num(2, 0))
                .P("Anyone who breaks (c) is told."),
            """
              Staff must:
              list
              - (a) keep accounts private
              - (c) report under (a)
              Anyone who breaks (c) is told.
            """,
            "StruckOut: keep two phones (under 1. Rules)"
        );

    [Fact]
    public void Raised_and_lowered_figures_soft_hyphens_and_fixed_spaces() =>
        Expect(
            Start()
                .Runs(
                    R("Within 24")
                        + "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
                        + R(" hours; H")
                        + "<w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r>"
                        + R("O; note")
                        + "<w:r><w:rPr><w:position w:val=\"8\"/><w:sz w:val=\"14\"/></w:rPr><w:t>3</w:t></w:r>"
                        + R("; safe\u00ADguarding;")
                        + "<w:r><w:softHyphen/></w:r>"
                        + R(" 10\u00A0days")
                ),
            """
              Within 24^{2} hours; H_{2}O; note^{3}; safeguarding; 10 days
            """
        );

    [Fact]
    public void Links_keep_their_address_and_a_mistyped_one_refuses_nothing()
    {
        var file = Start();
        file.Links["rId50"] = "https://example.org/report?a=1&b=2";
        file.Links["rId51"] = "mailto:a@x.example;b@x.example";
        file.Runs(
            R("Report ")
                + $"<w:hyperlink r:id=\"rId50\">{R("here", "u")}</w:hyperlink>"
                + R(" or ")
                + $"<w:hyperlink r:id=\"rId51\">{R("write")}</w:hyperlink>"
                + R(" or ")
                + Field("HYPERLINK \"mailto:lado@example.org\"", R("ask the LADO"))
                + R(".")
        );

        var text = Assert.IsType<Paragraph>(Assert.Single(Read(file).Policy.Sections).Blocks[0]).Text;

        Assert.Equal("Report here or write or ask the LADO.", text.PlainText);
        Assert.Equal(
            ["https://example.org/report?a=1&b=2", "mailto:a@x.example;b@x.example", "mailto:lado@example.org"],
            text.Runs.Where(run => run.Link is not null).Select(run => run.Link)
        );
    }

    [Fact]
    public void Tracked_changes_are_accepted_and_told_with_their_words() =>
        Expect(
            Start().Runs(R("Staff ") + $"<w:ins>{R("must not ")}</w:ins><w:del><w:r><w:delText>may </w:delText></w:r></w:del>" + R("use chat groups.")),
            """
              Staff must not use chat groups.
            """,
            "Inserted: must not (under 1. Rules)",
            "Deleted: may (under 1. Rules)"
        );

    [Fact]
    public void Placeholders_stay_and_are_listed() =>
        Expect(
            Start()
                .Runs(R("At ") + Field("MERGEFIELD School", R("«School»")) + R(" see ") + Field("REF _a", R("Error! Reference source not found.")))
                .P("The lead is [insert name]. Seen on XX/XX/20XX.")
                .Raw(
                    $"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Pick one")}</w:sdtContent></w:sdt>"
                        + $"{R(" decides. Choose an item.")}</w:p>"
                ),
            """
              At «School» see Error! Reference source not found.
              The lead is [insert name]. Seen on XX/XX/20XX.
              Pick one decides. Choose an item.
            """,
            "Placeholder: Pick one (under 1. Rules)",
            "Placeholder: «School» (under 1 Rules)",
            "Placeholder: Error! Reference source not found. (under 1 Rules)",
            "Placeholder: [insert name] (under 1 Rules)",
            "Placeholder: XX/XX/20XX (under 1 Rules)",
            "Placeholder: Choose an item. (under 1 Rules)"
        );

    [Fact]
    public void Key_details_at_the_foot_of_the_pages_count_and_a_watermark_is_named()
    {
        var imported = Read(
            Start()
                .P("Text.")
                .Part("footer1", "footer", "ftr", $"<w:p>{R("Approved by: Full Governing Body   Next review date: June 2027   Version 3")}</w:p>")
                .Part(
                    "header1",
                    "header",
                    "hdr",
                    "<w:p><w:r><w:pict><v:shape id=\"x\"><v:textpath string=\"DRAFT NOT AGREED\"/></v:shape></w:pict></w:r></w:p>"
                )
        );

        Assert.Equal(new ReviewMonth(2027, 6), imported.Policy.NextReview);
        Assert.Equal(
            [new KeyDetail("Approved by", "Full Governing Body"), new KeyDetail("Next review date", "June 2027"), new KeyDetail("Version", "3")],
            imported.Policy.KeyDetails
        );
        Assert.Equal([new LeftOut(LeftOutKind.Watermark, "DRAFT NOT AGREED", "in the header of the pages")], imported.LeftOut);
    }

    [Fact]
    public void Lines_to_sign_are_left_out_and_the_statement_stays() =>
        Expect(
            Start()
                .P("Text.")
                .P("Staff declaration", "Heading1")
                .P("I have read this policy.")
                .P("Signed: ______________   Date: ________")
                .P("Name (print): ..................."),
            """
              Text.
            # [] Staff declaration
              I have read this policy.
            """,
            "Object: Signed: ______________ (under Staff declaration)",
            "Object: Date: ________ (under Staff declaration)",
            "Object: Name (print): ................... (under Staff declaration)"
        );

    [Fact]
    public void Heads_of_a_table_before_the_first_section_are_no_key_details()
    {
        var imported = Read(
            new WordFile()
                .P("Probe Policy", "Title")
                .Table([Heading("Risk"), Heading("Control")], ["Friend requests", "Say no"], ["Photos", "School cameras only"])
        );

        Assert.Empty(imported.Policy.KeyDetails);
        Assert.Equal((3, 1), Assert.IsType<Table>(Assert.Single(imported.Policy.Preamble)) is var table ? (table.Rows.Count, table.HeaderRows) : default);
    }

    [Fact]
    public void Items_with_bullets_of_their_own_are_no_sections() =>
        Expect(
            Start()
                .P("The hirer shall:", properties: Num(4, 0))
                .P("pay before use", properties: Num(1, 1))
                .P("leave the hall clean", properties: Num(1, 1))
                .P("The school may cancel.", properties: Num(4, 0)),
            """
              list
              - 1. The hirer shall:
                - pay before use
                - leave the hall clean
              - 2. The school may cancel.
            """
        );

    [Fact]
    public void Steps_that_are_short_sentences_are_no_sections() =>
        Expect(
            Start().P("Fire", "Heading2").P("1. Sound the alarm.").P("2. Leave the building.").P("3. Go to the field with your class and wait there."),
            """
            ## [] Fire
              1. Sound the alarm.
              2. Leave the building.
              3. Go to the field with your class and wait there.
            """
        );

    [Fact]
    public void A_clause_that_leads_to_its_letters_is_no_heading_among_clauses() =>
        Expect(
            Start()
                .P("1.1 The trust is committed to openness.")
                .P("1.2 This policy covers all staff.")
                .P("2. Scope", "Heading1")
                .P("2.1 It covers concerns about:")
                .P("(a) fraud;")
                .P("(b) danger.")
                .P("2.2 It does not cover grievances."),
            """
              1.1 The trust is committed to openness.
              1.2 This policy covers all staff.
            # [2] Scope
              2.1 It covers concerns about:
              list
              - (a) fraud;
              - (b) danger.
              2.2 It does not cover grievances.
            """
        );

    [Fact]
    public void A_second_title_is_noticed_and_publishing_waits()
    {
        var imported = Read(Start().P("Text.").P("2. More", "Heading1").P("Text.").P("Mobile Phone Policy", "Title").P("1. Aims", "Heading1").P("Text."));

        Assert.Contains(
            imported.Warnings,
            warning => warning.StartsWith("This file seems to hold more than one policy: “Mobile Phone Policy”", StringComparison.Ordinal)
        );
        Assert.Equal([new LeftOut(LeftOutKind.Object, "Another policy seems to begin here: “Mobile Phone Policy”", "after 2 More")], imported.LeftOut);
        Assert.True(imported.LeftOut[0].StopsPublishing);
    }

    [Fact]
    public void A_policy_that_counts_from_one_again_is_noticed_without_styles()
    {
        var imported = Read(
            new WordFile()
                .P("Uniform Policy", look: "b", size: 32)
                .P("1. Aims", look: "b")
                .P("Aims text of this one.")
                .P("2. Rules", look: "b")
                .P("Rules text of this one.")
                .P("Mobile Phone Policy", look: "b", size: 32)
                .P("1. Aims", look: "b")
                .P("Aims text of the other one.")
                .P("2. Rules", look: "b")
                .P("Rules text of the other one.")
        );

        Assert.Equal([new LeftOut(LeftOutKind.Object, "Another policy seems to begin here: “Mobile Phone Policy”", "after 2 Rules")], imported.LeftOut);
    }

    [Fact]
    public void Pictures_are_kept_with_what_they_show_and_named_where_they_cannot_be()
    {
        byte[] png =
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            0,
            0,
            0,
            13,
            (byte)'I',
            (byte)'H',
            (byte)'D',
            (byte)'R',
            0,
            0,
            0,
            9,
            0,
            0,
            0,
            7,
            8,
            2,
            0,
            0,
            0,
        ];
        byte[] huge = [.. png[..16], 0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, .. png[24..]];
        var file = Start();
        file.Pictures["rId60.png"] = png;
        file.Pictures["rId61.emf"] = [1, 0, 0, 0, .. new byte[40]];
        file.Pictures["rId62.png"] = huge;

        var imported = Read(
            file.Runs(Drawing("rId60", "descr=\"Map of the site\"") + R("See the map."))
                .Runs(Drawing("rId60", ""))
                .Runs(Drawing("rId61", "descr=\"Old drawing\""))
                .Runs(Drawing("rId62", ""))
        );

        var picture = Assert.Single(imported.Pictures);
        Assert.Equal(png, picture.Bytes);
        Assert.Equal(
            [
                new Picture(picture.Sha256, "image/png", "Map of the site", 200, 100),
                new Paragraph(RichText.FromPlainText("See the map.")),
                new Picture(picture.Sha256, "image/png", null, 200, 100),
            ],
            Assert.Single(imported.Policy.Sections).Blocks
        );
        Assert.Equal(
            [
                "A picture that no one has described",
                "A picture in a form that cannot be shown (image/x-emf): Old drawing",
                "A picture of 20,000 × 20,000 points, which is too large to show",
            ],
            imported.LeftOut.Where(item => item.Kind == LeftOutKind.Picture).Select(item => item.Text)
        );
    }

    [Fact]
    public void A_flow_chart_is_one_thing_and_never_loose_sentences() =>
        Expect(
            Start()
                .Runs(
                    "<w:r><w:drawing><wp:anchor><wp:docPr id=\"4\" name=\"Group\"/><a:graphic><a:graphicData><wpg:wgp>"
                        + Box("Concern?")
                        + Box("Tell the lead")
                        + Box("Do nothing alone")
                        + "</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
                )
                .P("Then write it down."),
            """
              Then write it down.
            """,
            "Object: A drawing with the words: Concern?; Tell the lead; Do nothing alone (under 1. Rules)"
        );

    [Fact]
    public void Notes_have_their_words_once_and_a_field_that_never_ends_swallows_nothing() =>
        Expect(
            Start()
                .Runs(
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                        + R("One")
                        + Reference(3)
                )
                .Runs(R("Two") + Reference(3) + R(" and three") + Reference(2))
                .Part("footnotes", "footnotes", "footnotes", Footnote(2, "The second.") + Footnote(3, "The first.")),
            """
              One[^1]
              Two[^1] and three[^2]
              note 1: The first.
              note 2: The second.
            """
        );

    [Fact]
    public void Deep_headings_of_a_long_document_are_read_with_their_section()
    {
        var file = new WordFile().P("Probe Policy", "Title");
        for (var i = 1; i <= 11; i++)
        {
            file.P($"Part {i}", "Heading1")
                .P("Text of it.")
                .P($"Rule {i}", "Heading2")
                .P("More text.")
                .P($"Step {i}", "Heading3")
                .P("The step.")
                .P($"Form {i}", "Heading3")
                .P("The form.");
        }

        var policy = Read(file).Policy;

        Assert.Equal(22, policy.Sections.Count);
        Assert.Equal(
            [
                new Paragraph(RichText.FromPlainText("More text.")),
                new Subheading(RichText.FromPlainText("Step 1"), 1),
                new Paragraph(RichText.FromPlainText("The step.")),
                new Subheading(RichText.FromPlainText("Form 1"), 1),
                new Paragraph(RichText.FromPlainText("The form.")),
            ],
            policy.Sections[1].Blocks
        );
    }

    private static WordFile Start() =>
        new WordFile { Numbering = Bullets, Styles = new WordFile().Styles + Style("Caption", "caption", "") }
            .P("Probe Policy", "Title")
            .P("1. Rules", "Heading1");

    private static string Coloured(string words, string colour) =>
        $"<w:r><w:rPr><w:color w:val=\"{colour}\"/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string words, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{R(words)}</w:p></w:tc>";

    private static string Items(params string[] items) =>
        $"<w:tc>{string.Concat(items.Select(item => $"<w:p><w:pPr>{Num(1, 0)}</w:pPr>{R(item)}</w:p>"))}</w:tc>";

    private static string Heading(string words) => $"<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>{R(words)}</w:p>";

    private static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar "
        + $"w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Reference(int note) => $"<w:r><w:footnoteReference w:id=\"{note}\"/></w:r>";

    private static string Footnote(int note, string words) => $"<w:footnote w:id=\"{note}\"><w:p>{R(words)}</w:p></w:footnote>";

    private static string Box(string words) => $"<wps:wsp><wps:txbx><w:txbxContent><w:p>{R(words)}</w:p></w:txbxContent></wps:txbx></wps:wsp>";

    private static string Drawing(string id, string said) =>
        $"<w:r><w:drawing><wp:inline><wp:extent cx=\"1905000\" cy=\"952500\"/><wp:docPr id=\"4\" name=\"Picture\" {said}/><a:graphic><a:graphicData><pic:pic>"
        + $"<pic:blipFill><a:blip r:embed=\"{id}\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    private static ImportOutcome.Imported Read(WordFile file) => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.docx"));

    /// <summary>What stands below the first heading; all that was left out; and that no word is missing.</summary>
    private static void Expect(WordFile file, string body, params string[] leftOut)
    {
        var imported = Read(file);
        var outline = PolicyOutline.Of(imported);
        var start = outline.IndexOf("# [1] Rules\n", StringComparison.Ordinal) + 12;
        var end = outline.IndexOf("based on:", StringComparison.Ordinal);

        Assert.Equal(body.ReplaceLineEndings("\n") + "\n", outline[start..end]);
        Assert.Equal(leftOut, imported.LeftOut.Select(item => $"{item.Kind}: {item.Text} ({item.Where})"));
        Assert.Empty(imported.Coverage.Missing);
    }
}
