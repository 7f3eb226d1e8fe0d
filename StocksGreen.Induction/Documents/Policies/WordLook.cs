using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>The styles of a policy in Word, by Word's own names where it has one: programs that read aloud know them.</summary>
internal static class WordLook
{
    public const string Language = "en-GB";
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string School = "Subtitle";
    public const string Caption = "Caption";
    public const string Bullet = "ListBullet";
    public const string Numbered = "ListNumber";
    public const string UnderItem = "ListContinue";
    public const string FootnoteText = "FootnoteText";
    public const string FootnoteReference = "FootnoteReference";
    public const string Hyperlink = "Hyperlink";
    public const string Footer = "Footer";
    public const string Table = "PolicyTable";
    public const int DeepestHeading = 9;
    public const int Step = 720; // of a list, in twentieths of a point

    private const string Ink = "1A211D";
    private const string Green = "17563B";
    private const string TableLine = "748078";
    private const string Tint = "E8F1EC";

    public static string Heading(int level) => FormattableString.Invariant($"Heading{level}");

    public static string Subheading(int level) => FormattableString.Invariant($"Subheading{level}");

    public static Styles Styles()
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Calibri",
                            HighAnsi = "Calibri",
                            ComplexScript = "Calibri",
                        },
                        new Color { Val = Ink },
                        new FontSize { Val = "22" },
                        new Languages { Val = Language, EastAsia = Language }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "120",
                            Line = "276",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Paragraph(Normal, "Normal", spacing: null, isDefault: true),
            Paragraph(Title, "Title", new SpacingBetweenLines { After = "60" }, Letters("46", isBold: true, Green)),
            Paragraph(School, "Subtitle", new SpacingBetweenLines { After = "240" }, Letters("24", isBold: false, Green)),
            Paragraph(Caption, "caption", new SpacingBetweenLines { Before = "120", After = "60" }, Letters("20", isBold: false, Ink), keepsNext: true),
            Paragraph(Bullet, "List Bullet", new SpacingBetweenLines { After = "60" }),
            Paragraph(Numbered, "List Number", new SpacingBetweenLines { After = "60" }),
            Paragraph(UnderItem, "List Continue", new SpacingBetweenLines { After = "60" }),
            Paragraph(FootnoteText, "footnote text", new SpacingBetweenLines { After = "0" }, Letters("18", isBold: false, Ink)),
            Paragraph(Footer, "footer", new SpacingBetweenLines { After = "0" }, Letters("18", isBold: false, "4C5850")),
            new Style(
                new StyleName { Val = "footnote reference" },
                new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript })
            )
            {
                Type = StyleValues.Character,
                StyleId = FootnoteReference,
            },
            new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = Green }, new Underline { Val = UnderlineValues.Single }))
            {
                Type = StyleValues.Character,
                StyleId = Hyperlink,
            },
            TableStyle()
        );
        for (var level = 1; level <= DeepestHeading; level++)
        {
            styles.Append(HeadingStyle(Heading(level), $"heading {level.ToString(CultureInfo.InvariantCulture)}", level));
        }

        for (var level = 1; level <= Domain.PolicyText.Blocks.Subheading.Deepest; level++)
        {
            styles.Append(HeadingStyle(Subheading(level), $"Subheading {level.ToString(CultureInfo.InvariantCulture)}", Math.Min(level + 2, DeepestHeading)));
        }

        return styles;
    }

    private static Style HeadingStyle(string id, string name, int level) =>
        Paragraph(
            id,
            name,
            new SpacingBetweenLines { Before = level == 1 ? "320" : "220", After = "80" },
            Letters(
                level switch
                {
                    1 => "30",
                    2 => "26",
                    _ => "23",
                },
                isBold: true,
                Green
            ),
            keepsNext: true,
            outline: level - 1
        );

    private static Style Paragraph(
        string id,
        string name,
        SpacingBetweenLines? spacing,
        StyleRunProperties? letters = null,
        int? outline = null,
        bool keepsNext = false,
        bool isDefault = false
    )
    {
        var properties = new StyleParagraphProperties();
        if (keepsNext)
        {
            properties.Append(new KeepNext());
        }

        if (spacing is not null)
        {
            properties.Append(spacing);
        }

        if (outline is { } level)
        {
            properties.Append(new OutlineLevel { Val = level });
        }

        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
        };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = Normal });
        }

        style.Append(new PrimaryStyle());
        if (properties.HasChildren)
        {
            style.Append(properties);
        }

        if (letters is not null)
        {
            style.Append(letters);
        }

        return style;
    }

    private static StyleRunProperties Letters(string halfPoints, bool isBold, string colour)
    {
        var letters = new StyleRunProperties();
        if (isBold)
        {
            letters.Append(new Bold());
        }

        letters.Append(new Color { Val = colour }, new FontSize { Val = halfPoints });
        return letters;
    }

    private static Style TableStyle() =>
        new(
            new StyleName { Val = "Policy Table" },
            new StyleParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40" }),
            new StyleTableProperties(
                new TableBorders(
                    Border(new TopBorder()),
                    Border(new LeftBorder()),
                    Border(new BottomBorder()),
                    Border(new RightBorder()),
                    Border(new InsideHorizontalBorder()),
                    Border(new InsideVerticalBorder())
                ),
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }
                )
            ),
            Head(TableStyleOverrideValues.FirstRow),
            Head(TableStyleOverrideValues.FirstColumn)
        )
        {
            Type = StyleValues.Table,
            StyleId = Table,
            CustomStyle = true,
        };

    private static T Border<T>(T border)
        where T : BorderType
    {
        border.Val = BorderValues.Single;
        border.Size = 4;
        border.Space = 0;
        border.Color = TableLine;
        return border;
    }

    private static TableStyleProperties Head(TableStyleOverrideValues part) =>
        new(
            new RunPropertiesBaseStyle(new Bold()),
            new TableStyleConditionalFormattingTableCellProperties(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = Tint,
                }
            )
        )
        {
            Type = part,
        };
}
