using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Places blocks one under the other on the pages of a flow.</summary>
internal sealed class BlockLayout(PageFlow flow)
{
    private const double BulletIndent = 15;
    private const double PanelGap = 12;
    private const double WidestLabel = 0.25;
    private const double NarrowestColumn = 150;
    private const double TallestPicture = 0.7;
    private readonly GridLayout grids = new(flow);
    private int headingLevel;
    private double inset;
    private double narrowing;

    private double Left => flow.Page.Margin + inset;

    private double Width => flow.Page.ColumnWidth - inset - narrowing;

    public void Place(IReadOnlyList<FlowBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case Heading heading:
                    PlaceHeading(heading, heading.KeepsItsSection ? SectionAfter(blocks, i) : LeadAfter(blocks, i));
                    break;
                case TextBlock text:
                    PlaceText(text);
                    break;
                case Bullets bullets:
                    PlaceBullets(bullets.Entries, depth: 0);
                    flow.Y += Typography.Bullet.SpaceAfter;
                    break;
                case ItemList list:
                    PlaceItems(list);
                    break;
                case Box box:
                    PlaceBox(box);
                    break;
                case BlockTable table:
                    new TableLayout(flow, table, Left, Width).Place();
                    break;
                case PictureBlock picture:
                    PlacePicture(picture);
                    break;
                case Grid grid:
                    grids.Place(grid);
                    break;
                case Figure figure:
                    PlaceFigure(figure);
                    break;
                case Panels panels:
                    PlacePanels(panels);
                    break;
                case Rule rule:
                    PlaceRule(rule);
                    break;
                case Gap gap:
                    flow.Y += flow.IsAtTop ? 0 : gap.Height;
                    break;
                case PageBreak when !flow.IsAtTop:
                    flow.StartPage();
                    break;
            }
        }
    }

    private void PlaceHeading(Heading heading, double leadAfter)
    {
        var style = Typography.HeadingOf(heading.Level);
        var lines = LineBreaker.Break(heading.Runs ?? [new Run(heading.Text)], style, Width);
        if (lines.Count == 0)
        {
            return;
        }

        var height = style.SpaceBefore + (lines.Count * style.LineHeight) + style.SpaceAfter;
        flow.Reserve(Math.Min(height + leadAfter, flow.Page.Bottom - flow.Page.Top));
        AddSpaceBefore(style);
        headingLevel = Math.Clamp(heading.Level, 1, Math.Min(headingLevel + 1, 6));
        if (heading.BookmarkLevel is { } level)
        {
            var (title, top) = (heading.BookmarkText ?? heading.Text, flow.Y);
            flow.Draw(pdf => pdf.AddBookmark(title, level, top));
        }

        flow.Open(PdfElement.Heading(headingLevel));
        flow.FlowLines(lines, style, Left, Width);
        flow.Close();
        flow.Y += style.SpaceAfter;
    }

    private void PlaceText(TextBlock text)
    {
        var lines = LineBreaker.Break(text.Runs, text.Style, Width);
        if (lines.Count == 0)
        {
            return;
        }

        flow.Reserve(LeadOf(text));
        AddSpaceBefore(text.Style);
        flow.Open(PdfElement.Paragraph());
        flow.FlowLines(lines, text.Style, Left, Width);
        flow.Close();
        flow.Y += text.Style.SpaceAfter;
    }

    private void PlaceBullets(IReadOnlyList<BulletEntry> entries, int depth)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var style = Typography.Bullet;
        var labelLeft = Left + (BulletIndent * depth);
        var (left, width) = (labelLeft + BulletIndent, Width - (BulletIndent * (depth + 1)));
        flow.Open(PdfElement.List(hasDiscs: depth == 0));
        foreach (var entry in entries)
        {
            var lines = LineBreaker.Break(entry.Runs, style, width);
            flow.Reserve(PageFlow.LeadOf(lines, style));
            flow.Open(PdfElement.ListItem());
            flow.Open(PdfElement.Label());
            var label = LineBreaker.Break([new Run(depth == 0 ? "•" : "–")], style, BulletIndent);
            flow.DrawLines(label, style, Typography.Green, labelLeft + 2, flow.Y, BulletIndent);
            flow.Close();
            flow.Open(PdfElement.ListBody());
            flow.FlowLines(lines, style, left, width);
            flow.Y += style.SpaceAfter;
            PlaceBullets(entry.Nested, depth + 1);
            flow.Close();
            flow.Close();
        }

        flow.Close();
    }

    private void PlaceItems(ItemList list)
    {
        if (list.Entries.Count == 0)
        {
            return;
        }

        var style = Typography.Bullet;
        var widestLabel = Width * WidestLabel;
        var labels = list.Entries.Select(entry => LineBreaker.Break([entry.LabelRun], style, widestLabel)).ToList();
        var indent = Math.Max(BulletIndent, labels.SelectMany(lines => lines).Select(line => line.Width + 7).DefaultIfEmpty(0).Max());
        // Lists nested beyond all reason go on without a further step to the right.
        indent = Width - indent < NarrowestColumn ? 0 : indent;
        flow.Open(list.IsLabelled ? PdfElement.LabelledList() : PdfElement.List(hasDiscs: list.Entries[0].Label == "•"));
        foreach (var (entry, label) in list.Entries.Zip(labels))
        {
            PlaceItem(entry, indent == 0 ? [] : label, indent);
        }

        flow.Close();
    }

    private void PlaceItem(ListEntry entry, IReadOnlyList<SetLine> label, double indent)
    {
        var style = Typography.Bullet;
        IReadOnlyList<Run> runs = indent == 0 ? [entry.LabelRun with { Text = entry.Label + " " }, .. entry.Runs] : entry.Runs;
        var lines = LineBreaker.Break(runs, style, Width - indent);
        flow.Reserve(Math.Max(PageFlow.LeadOf(lines, style), label.Count * style.LineHeight));
        flow.Open(PdfElement.ListItem());
        if (label.Count > 0)
        {
            flow.Open(PdfElement.Label());
            flow.DrawLines(label, style, Typography.Green, Left + 2, flow.Y, indent);
            flow.Close();
        }

        flow.Open(PdfElement.ListBody());
        inset += indent;
        var (bottomOfLabel, page) = (flow.Y + (label.Count * style.LineHeight), flow.PageIndex);
        flow.FlowLines(lines, style, Left, Width);
        flow.Y = (flow.PageIndex == page ? Math.Max(flow.Y, bottomOfLabel) : flow.Y) + style.SpaceAfter;
        Place(entry.Nested);
        inset -= indent;
        flow.Close();
        flow.Close();
    }

    /// <summary>The frame is drawn last, when it is known over which pages it reaches.</summary>
    private void PlaceBox(Box box)
    {
        const double space = 8;
        flow.Reserve(space + LeadAfter(box.Blocks, -1));
        var (left, width, first, top) = (Left, Width, flow.PageIndex, flow.Y);
        var isRoomy = width - (3 * space) >= NarrowestColumn;
        (inset, narrowing, flow.Y) = isRoomy ? (inset + (1.5 * space), narrowing + (1.5 * space), flow.Y + space) : (inset, narrowing, flow.Y + space);
        Place(box.Blocks);
        (inset, narrowing, flow.Y) = isRoomy
            ? (inset - (1.5 * space), narrowing - (1.5 * space), flow.Y + (space / 2))
            : (inset, narrowing, flow.Y + (space / 2));
        for (var page = first; page <= flow.PageIndex; page++)
        {
            var start = page == first ? top : flow.Page.Top - 2;
            var end = page == flow.PageIndex ? Math.Min(flow.Y, flow.Page.Bottom + 4) : flow.Page.Bottom + 4;
            flow.DrawArtifactOn(
                page,
                pdf =>
                {
                    pdf.StrokeRectangle(left, start, width, end - start, 0.6, Typography.TableLine);
                    pdf.FillRectangle(left, start, 2.5, end - start, Typography.Green);
                }
            );
        }

        flow.Y += space;
    }

    private void PlacePicture(PictureBlock picture)
    {
        var fitted = picture.Fit(Width, (flow.Page.Bottom - flow.Page.Top) * TallestPicture);
        flow.Reserve(fitted.Height);
        var (x, y) = (Left, flow.Y);
        flow.Draw(pdf => fitted.DrawAt(pdf, x, y, isTagged: true));
        flow.Y += fitted.Height + Typography.Body.SpaceAfter;
    }

    private void PlaceFigure(Figure figure)
    {
        const double gutter = 12;
        var sideText = Set(figure.SideText, Width - figure.Width - gutter);
        var height = Math.Max(figure.Height, sideText.Height);
        flow.Reserve(height);
        var (x, y) = (Left, flow.Y + ((height - figure.Height) / 2));
        flow.Draw(pdf =>
        {
            if (figure.Alternative is null)
            {
                pdf.OpenArtifact();
                figure.Draw(pdf, x, y);
                pdf.CloseArtifact();
                return;
            }

            pdf.OpenFigure(figure.Alternative, x, y, figure.Width, figure.Height);
            figure.Draw(pdf, x, y);
            pdf.Close();
        });
        DrawSet(sideText, Left + figure.Width + gutter, flow.Y + ((height - sideText.Height) / 2));
        flow.Y += height;
    }

    private void PlacePanels(Panels panels)
    {
        if (panels.Boxes.Count == 0)
        {
            return;
        }

        var (width, boxes) = (BoxWidth(panels), SetBoxes(panels));
        var height = HeightOf(panels, boxes);
        flow.Reserve(height);
        for (var i = 0; i < boxes.Count; i++)
        {
            var (x, y) = (Left + (i * (width + PanelGap)), flow.Y);
            flow.DrawArtifact(pdf =>
            {
                if (panels.IsCutOut)
                {
                    pdf.DashRectangle(x, y, width, height, 0.7, Typography.Quiet);
                    return;
                }

                pdf.FillRectangle(x, y, width, height, panels.Fill);
            });
            DrawSet(boxes[i], x + panels.Padding, y + panels.Padding);
        }

        flow.Y += height + PanelGap;
    }

    private double BoxWidth(Panels panels)
    {
        var places = Math.Max(panels.Places, panels.Boxes.Count);
        return (Width - (PanelGap * (places - 1))) / places;
    }

    private List<SetText> SetBoxes(Panels panels) => [.. panels.Boxes.Select(box => Set(box, BoxWidth(panels) - (2 * panels.Padding)))];

    private static double HeightOf(Panels panels, IReadOnlyList<SetText> boxes) =>
        boxes.Select(box => box.Height).DefaultIfEmpty(0).Max() + (2 * panels.Padding);

    private void PlaceRule(Rule rule)
    {
        flow.Reserve(2 * rule.Space);
        var y = flow.Y + rule.Space;
        flow.DrawArtifact(pdf => pdf.FillRectangle(Left, y, Width, 0.8, Typography.Line));
        flow.Y += 2 * rule.Space;
    }

    /// <summary>Breaks paragraphs that stand together in a narrower column; the space before the first and after the last does not count.</summary>
    private static SetText Set(IReadOnlyList<TextBlock> texts, double width)
    {
        var parts = new List<(TextBlock, IReadOnlyList<SetLine>, double)>();
        var (y, gap) = (0.0, 0.0);
        foreach (var text in texts)
        {
            var lines = LineBreaker.Break(text.Runs, text.Style, width);
            y += parts.Count == 0 ? 0 : gap + text.Style.SpaceBefore;
            parts.Add((text, lines, y));
            y += lines.Count * text.Style.LineHeight;
            gap = text.Style.SpaceAfter;
        }

        return new SetText(parts, y, width);
    }

    private void DrawSet(SetText set, double left, double top)
    {
        foreach (var (text, lines, y) in set.Parts.Where(part => part.Lines.Count > 0))
        {
            flow.Open(PdfElement.Paragraph());
            flow.DrawLines(lines, text.Style, text.Style.Colour, left, top + y, set.Width);
            flow.Close();
        }
    }

    private void AddSpaceBefore(TextStyle style) => flow.Y += flow.IsAtTop ? 0 : style.SpaceBefore;

    /// <summary>How much of what follows a heading must stand on the same page.</summary>
    private double LeadAfter(IReadOnlyList<FlowBlock> blocks, int index)
    {
        var height = 0.0;
        for (var i = index + 1; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case Gap gap:
                    height += gap.Height;
                    break;
                case Rule rule:
                    height += 2 * rule.Space;
                    break;
                case Heading heading:
                    var style = Typography.HeadingOf(heading.Level);
                    height += style.SpaceBefore + (LineBreaker.Break([new Run(heading.Text)], style, Width).Count * style.LineHeight) + style.SpaceAfter;
                    break;
                case PageBreak:
                    return height;
                case TextBlock text:
                    return height + LeadOf(text);
                case Bullets { Entries.Count: > 0 } bullets:
                    return height + PageFlow.LeadOf(LineBreaker.Break(bullets.Entries[0].Runs, Typography.Bullet, Width - BulletIndent), Typography.Bullet);
                case ItemList { Entries.Count: > 0 } list:
                    return height + PageFlow.LeadOf(LineBreaker.Break(list.Entries[0].Runs, Typography.Bullet, Width - BulletIndent), Typography.Bullet);
                case Box box:
                    return height + 8 + LeadAfter(box.Blocks, -1);
                case BlockTable table:
                    return height + new TableLayout(flow, table, Left, Width).Lead();
                case PictureBlock picture:
                    return height + picture.Fit(Width, (flow.Page.Bottom - flow.Page.Top) * TallestPicture).Height;
                case Grid grid:
                    return height + grids.LeadOf(grid);
                case Figure figure:
                    return height + figure.Height;
                case Panels panels:
                    return height + HeightOf(panels, SetBoxes(panels));
            }
        }

        return height;
    }

    /// <summary>The height of everything up to the next heading.</summary>
    private double SectionAfter(IReadOnlyList<FlowBlock> blocks, int index) =>
        blocks
            .Skip(index + 1)
            .TakeWhile(block => block is not (Heading or PageBreak))
            .Sum(block =>
                block switch
                {
                    TextBlock text => text.Style.SpaceBefore
                        + (LineBreaker.Break(text.Runs, text.Style, Width).Count * text.Style.LineHeight)
                        + text.Style.SpaceAfter,
                    Grid grid => grids.LeadOf(grid),
                    Panels panels => HeightOf(panels, SetBoxes(panels)) + PanelGap,
                    Figure figure => figure.Height,
                    Gap gap => gap.Height,
                    _ => 0,
                }
            );

    private double LeadOf(TextBlock text) => text.Style.SpaceBefore + PageFlow.LeadOf(LineBreaker.Break(text.Runs, text.Style, Width), text.Style);

    private sealed record SetText(IReadOnlyList<(TextBlock Text, IReadOnlyList<SetLine> Lines, double Y)> Parts, double Height, double Width);
}
