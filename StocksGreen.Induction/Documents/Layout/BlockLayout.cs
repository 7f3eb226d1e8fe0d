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
    private const double LeastPiece = 80; // of a panel that goes on on the next page
    private const int DeepestIndent = 6; // a list nested deeper goes on without a further step to the right
    private const int MostLinesOfLabel = 3;
    private readonly GridLayout grids = new(flow);
    private int headingLevel;
    private int listDepth;
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
                case PageBreak:
                    flow.Reserve(double.MaxValue);
                    break;
                case var unknown:
                    throw new NotSupportedException($"{unknown.GetType().Name} has no place on a page.");
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
        var steps = Math.Min(depth, DeepestIndent - 1);
        var labelLeft = Left + (BulletIndent * steps);
        var width = Width - (BulletIndent * (steps + 1));
        flow.Open(PdfElement.List(hasDiscs: depth == 0));
        foreach (var entry in entries)
        {
            var lines = LineBreaker.Break(entry.Runs, style, width);
            flow.Reserve(PageFlow.LeadOf(lines, style));
            flow.Open(PdfElement.ListItem());
            flow.Open(PdfElement.Label());
            var label = LineBreaker.Break([new Run(depth == 0 ? "•" : "–")], style, BulletIndent);
            var isFromRight = IsFromRight(lines);
            flow.DrawLines(label, style, Typography.Green, isFromRight ? labelLeft + width + 6 : labelLeft + 2, flow.Y, BulletIndent);
            flow.Close();
            flow.Open(PdfElement.ListBody());
            flow.FlowLines(lines, style, isFromRight ? labelLeft : labelLeft + BulletIndent, width);
            flow.Y += style.SpaceAfter;
            PlaceBullets(entry.Nested, depth + 1);
            flow.Close();
            flow.Close();
        }

        flow.Close();
    }

    /// <summary>Then its mark stands on the right, too.</summary>
    private static bool IsFromRight(IReadOnlyList<SetLine> lines) => lines is [{ IsFromRight: true }, ..];

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
        // Lists nested beyond all reason go on without a further step to the right, and a label as long as a paragraph is read as one.
        indent = Width - indent < NarrowestColumn || listDepth >= DeepestIndent || labels.Exists(lines => lines.Count > MostLinesOfLabel) ? 0 : indent;
        listDepth++;
        flow.Open(list.IsLabelled ? PdfElement.LabelledList() : PdfElement.List(hasDiscs: list.Entries[0].Label == "•"));
        foreach (var (entry, label) in list.Entries.Zip(labels))
        {
            PlaceItem(entry, indent == 0 ? [] : label, indent);
        }

        listDepth--;
        flow.Close();
    }

    private void PlaceItem(ListEntry entry, IReadOnlyList<SetLine> label, double indent)
    {
        var style = Typography.Bullet;
        IReadOnlyList<Run> runs = indent == 0 ? [entry.LabelRun with { Text = entry.Label + " " }, .. entry.Runs] : entry.Runs;
        var lines = LineBreaker.Break(runs, style, Width - indent);
        var isFromRight = IsFromRight(lines);
        flow.Reserve(Math.Max(PageFlow.LeadOf(lines, style), label.Count * style.LineHeight));
        flow.Open(PdfElement.ListItem());
        if (label.Count > 0)
        {
            flow.Open(PdfElement.Label());
            var labelStyle = style with { Alignment = isFromRight ? TextAlignment.Right : TextAlignment.Left };
            flow.DrawLines(label, labelStyle, Typography.Green, isFromRight ? Left + Width - indent - 2 : Left + 2, flow.Y, indent);
            flow.Close();
        }

        flow.Open(PdfElement.ListBody());
        (inset, narrowing) = isFromRight ? (inset, narrowing + indent) : (inset + indent, narrowing);
        var (bottomOfLabel, page) = (flow.Y + (label.Count * style.LineHeight), flow.PageIndex);
        flow.FlowLines(lines, style, Left, Width);
        flow.Y = (flow.PageIndex == page ? Math.Max(flow.Y, bottomOfLabel) : flow.Y) + style.SpaceAfter;
        Place(entry.Nested);
        (inset, narrowing) = isFromRight ? (inset, narrowing - indent) : (inset - indent, narrowing);
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
        var sideText = new TextColumn(figure.SideText, Width - figure.Width - gutter);
        var height = Math.Max(figure.Height, sideText.Height);
        var isWhole = height <= PageHeight;
        flow.Reserve(isWhole ? height : Math.Max(figure.Height, LeastPiece));
        DrawFigure(figure, Left, flow.Y + (isWhole ? (height - figure.Height) / 2 : 0));
        if (isWhole)
        {
            sideText.Draw(flow, Left + figure.Width + gutter, flow.Y + ((height - sideText.Height) / 2));
            flow.Y += height;
            return;
        }

        var used = Math.Max(figure.Height, sideText.Draw(flow, Left + figure.Width + gutter, flow.Y, flow.Remaining));
        while (!sideText.IsDone)
        {
            flow.StartPage();
            used = sideText.Draw(flow, Left + figure.Width + gutter, flow.Y, flow.Remaining);
        }

        flow.Y += used;
    }

    private void DrawFigure(Figure figure, double x, double y) =>
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

    private void PlacePanels(Panels panels)
    {
        foreach (var (row, first) in RowsOf(panels).Select((row, i) => (row, i * panels.Places)))
        {
            var boxes = SetBoxes(panels, row);
            var height = HeightOf(panels, boxes);
            if (!flow.Fits(height) && (height <= PageHeight * GreatestPanelMoved(panels) || flow.Remaining < LeastPiece) && !flow.IsAtTop)
            {
                flow.StartPage();
            }

            if (flow.Fits(height))
            {
                DrawBoxes(panels, boxes, height, first);
                flow.Y += PanelGap;
                continue;
            }

            boxes.ForEach(box => box.Open(flow));
            DrawBoxes(panels, boxes, flow.Remaining, first);
            while (boxes.Exists(box => !box.IsDone))
            {
                flow.StartPage();
                DrawBoxes(panels, boxes, flow.Remaining, first: null);
            }

            flow.Y += PanelGap;
        }
    }

    /// <summary>Slips to cut out stay whole where a page can hold them; what is read may go on on the next page.</summary>
    private static double GreatestPanelMoved(Panels panels) => panels.IsCutOut ? 1 : 0.35;

    private static IEnumerable<IReadOnlyList<IReadOnlyList<TextBlock>>> RowsOf(Panels panels) =>
        panels.Places == 0 ? [panels.Boxes] : panels.Boxes.Chunk(panels.Places);

    /// <summary>Draws what there is room for of boxes that stand next to each other, and moves below them.</summary>
    /// <param name="room">Height of the boxes; less where they end before.</param>
    /// <param name="first">Which of the panel's boxes the first one is; null where they go on from the page before.</param>
    private void DrawBoxes(Panels panels, List<TextColumn> boxes, double room, int? first)
    {
        var (width, top, ground) = (BoxWidth(panels, boxes.Count), flow.Y, flow.KeepPlace());
        var used = 0.0;
        for (var i = 0; i < boxes.Count; i++)
        {
            var x = Left + (i * (width + PanelGap));
            if (first is { } number && CornerOf(panels, number + i) is { } corner)
            {
                DrawFigure(corner, x + width - panels.Padding - corner.Width, top + panels.Padding);
            }

            used = Math.Max(used, boxes[i].Draw(flow, x + panels.Padding, top + panels.Padding, room - (2 * panels.Padding)));
        }

        var height = first is not null && boxes.TrueForAll(box => box.IsDone) ? room : used + (2 * panels.Padding);
        var left = Left;
        ground(pdf =>
        {
            for (var i = 0; i < boxes.Count; i++)
            {
                var x = left + (i * (width + PanelGap));
                if (panels.IsCutOut)
                {
                    pdf.DashRectangle(x, top, width, height, 0.7, Typography.Quiet);
                }
                else
                {
                    pdf.FillRectangle(x, top, width, height, panels.Fill);
                }
            }
        });
        flow.Y += height;
    }

    private static Figure? CornerOf(Panels panels, int box) => panels.Corners.Count > 0 ? panels.Corners[box] : panels.Corner;

    private double BoxWidth(Panels panels, int boxes)
    {
        var places = Math.Max(panels.Places, boxes);
        return (Width - (PanelGap * (places - 1))) / places;
    }

    private List<TextColumn> SetBoxes(Panels panels, IReadOnlyList<IReadOnlyList<TextBlock>> row)
    {
        var corner = CornerOf(panels, 0) is { } drawing ? (drawing.Width + 6, drawing.Height) : default;
        return [.. row.Select(box => new TextColumn(box, BoxWidth(panels, row.Count) - (2 * panels.Padding), corner))];
    }

    private double HeightOf(Panels panels, IReadOnlyList<TextColumn> boxes)
    {
        var height = boxes.Select(box => box.Height).DefaultIfEmpty(0).Max() + (2 * panels.Padding);
        return panels.Step == 0 || height > PageHeight
            ? height
            : Math.Min((Math.Ceiling((height + PanelGap) / panels.Step) * panels.Step) - PanelGap, PageHeight);
    }

    private double LeadOf(Panels panels)
    {
        var height = RowsOf(panels).Take(1).Select(row => HeightOf(panels, SetBoxes(panels, row))).DefaultIfEmpty(0).First();
        return height <= PageHeight * GreatestPanelMoved(panels) ? height : LeastPiece;
    }

    private double PageHeight => flow.Page.Bottom - flow.Page.Top;

    private void PlaceRule(Rule rule)
    {
        flow.Reserve(2 * rule.Space);
        var y = flow.Y + rule.Space;
        flow.DrawArtifact(pdf => pdf.FillRectangle(Left, y, Width, 0.8, Typography.Line));
        flow.Y += 2 * rule.Space;
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
                    return height + LeadOf(panels);
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
                    Panels panels => LeadOf(panels) + PanelGap,
                    Figure figure => figure.Height,
                    Gap gap => gap.Height,
                    _ => 0,
                }
            );

    private double LeadOf(TextBlock text) => text.Style.SpaceBefore + PageFlow.LeadOf(LineBreaker.Break(text.Runs, text.Style, Width), text.Style);
}
