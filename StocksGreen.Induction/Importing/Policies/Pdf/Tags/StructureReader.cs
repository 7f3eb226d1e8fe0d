using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Layout;
using StocksGreen.Induction.Importing.Policies.Pdf.Pieces;
using StocksGreen.Induction.Importing.Policies.Text;
using UglyToad.PdfPig.Tokens;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Tags;

/// <summary>Walks the tags of a file and makes pieces of what they cover.</summary>
internal sealed class StructureReader
{
    private const int Deepest = 100;

    private readonly StructureTokens tokens;
    private readonly WarningList warnings;
    private readonly Dictionary<(int Page, int Mark), List<Ink>> inks = [];
    private readonly Dictionary<(int Page, int Mark), List<PlacedPicture>> pictures = [];
    private readonly List<Piece> pieces = [];
    private readonly Dictionary<int, double> heights = [];
    private string? alternative;

    public StructureReader(StructureTokens tokens, IReadOnlyList<PageContent> pages, WarningList warnings)
    {
        this.tokens = tokens;
        this.warnings = warnings;
        foreach (var page in pages)
        {
            heights[page.Number] = page.Height;
            foreach (var group in page.Inks.Where(ink => ink.Mark >= 0).GroupBy(ink => ink.Mark))
            {
                inks[(page.Number, group.Key)] = [.. group];
            }

            foreach (var group in page.Pictures.Where(picture => picture.Mark >= 0).GroupBy(picture => picture.Mark))
            {
                pictures[(page.Number, group.Key)] = [.. group];
            }
        }
    }

    /// <summary>What no tag has taken, once the tree has been read.</summary>
    public IEnumerable<Ink> Left => inks.Values.SelectMany(group => group);

    public IEnumerable<PlacedPicture> PicturesLeft => pictures.Values.SelectMany(group => group);

    public List<Piece> Read(DictionaryToken root)
    {
        Kids(root, 0, null, 0, 0);
        return pieces;
    }

    private void Walk(DictionaryToken element, int page, Gathering? into, int list, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        page = tokens.PageOf(element) ?? page;
        var role = tokens.RoleOf(element);
        switch (role)
        {
            case "Table":
                ReadTable(element, page, depth);
                break;
            case "TOC":
                var first = pieces.Count;
                Kids(element, page, null, list, depth);
                pieces.Skip(first).ToList().ForEach(piece => piece.Kind = PieceKind.Contents);
                break;
            case "L":
                Kids(element, page, null, list + 1, depth);
                break;
            case "Figure":
                ReadFigure(element, page, into, list, depth);
                break;
            case "Lbl" when into is { IsItem: true }:
                var label = new Gathering();
                Kids(element, page, label, list, depth);
                into.Take(label.Inks);
                break;
            case "LI":
                var item = new Gathering { IsItem = true };
                var before = pieces.Count;
                Kids(element, page, item, list, depth);
                // The words of an item come before the lists nested in it.
                Add(before, item, role, Math.Max(1, list));
                if (item.GoesOn && before < pieces.Count)
                {
                    pieces[before].GoesOn = true;
                }

                break;
            case "Note" or "FENote":
                var note = new Gathering();
                Kids(element, page, note, 0, depth);
                Add(pieces.Count, note, "Note", 0);
                break;
            default:
                if (
                    into is not null
                    && (
                        IsInline(role)
                        || (role is "NonStruct" && !into.IsGroup)
                        || role is "Lbl" or "LBody"
                        || (role is "P" && into.IsItem && into.Inks.Count == 0)
                    )
                )
                {
                    Kids(element, page, into, list, depth);
                    break;
                }

                var own = new Gathering { IsGroup = role is "Document" or "Part" or "Sect" or "Div" or "Art" or "BlockQuote" or "" };
                var place = pieces.Count;
                Kids(element, page, own, list, depth);
                if (role is "NonStruct" or "Div" && own.Inks.Count > 0)
                {
                    AddByPlace(place, own);
                    break;
                }

                Add(place, own, role, list);
                break;
        }
    }

    private static bool IsInline(string role) =>
        role
            is "Span"
                or "Link"
                or "Reference"
                or "Quote"
                or "Code"
                or "Em"
                or "Strong"
                or "Annot"
                or "BibEntry"
                or "Ruby"
                or "Warichu"
                or "Form"
                or "Sub"
                or "InlineShape";

    private void Kids(DictionaryToken element, int page, Gathering? into, int list, int depth)
    {
        foreach (var kid in tokens.KidsOf(element))
        {
            switch (kid)
            {
                case NumericToken mark:
                    Take(page, mark.Int, into);
                    break;
                case DictionaryToken content when tokens.NameOf(content, "Type") == "MCR":
                    if (tokens.NumberOf(content, "MCID") is { } id)
                    {
                        Take(tokens.PageOf(content) ?? page, id, into);
                    }

                    break;
                case DictionaryToken other when tokens.NameOf(other, "Type") != "OBJR" && tokens.Enter(other):
                    Walk(other, page, into, list, depth + 1);
                    break;
            }
        }
    }

    private void Take(int page, int mark, Gathering? into)
    {
        if (pictures.Remove((page, mark), out var drawn))
        {
            foreach (var picture in drawn)
            {
                if (PicturePiece.Make(picture, alternative, warnings) is { } piece)
                {
                    pieces.Add(piece);
                }
            }
        }

        if (inks.Remove((page, mark), out var taken))
        {
            if (into is not null)
            {
                into.Inks.AddRange(taken);
            }
            else
            {
                var own = new Gathering();
                own.Inks.AddRange(taken);
                Add(pieces.Count, own, "P", 0);
            }
        }
    }

    /// <summary>A browser gives names and values that stand in columns no tag that parts them, so that where they stand has to.</summary>
    private void AddByPlace(int at, Gathering gathered)
    {
        var found = gathered
            .Inks.GroupBy(ink => ink.Page)
            .SelectMany(group => Paragraphs.Of(PageLines.Of([.. group], double.MaxValue, heights[group.Key]), PageGrids.None))
            .Where(piece => piece.Plain.Length > 0 || piece.Block is not null);
        pieces.InsertRange(Math.Min(at, pieces.Count), found);
    }

    private void Add(int at, Gathering gathered, string role, int list)
    {
        if (role is "P" && DetailLines.Of(gathered.Inks) is { Count: > 0 } details)
        {
            pieces.InsertRange(Math.Min(at, pieces.Count), details);
            return;
        }

        var piece = PieceWriter.Write(gathered.Inks);
        // Raw: "b)" or "☐" alone in a cell, which the file calls the label of an item without words
        if (piece.Plain.Length == 0 && gathered.LabelInks.Count > 0 && PieceWriter.Write(gathered.LabelInks) is { Plain: [not '•', ..] } alone)
        {
            (piece, role) = (alone, "P");
            gathered.Label = "";
        }

        if (piece.Plain.Length == 0)
        {
            return;
        }

        piece.Role = role;
        piece.Label = gathered.Label;
        piece.Level = Math.Max(1, list);
        piece.Kind = role switch
        {
            "TOCI" => PieceKind.Contents,
            "Note" => PieceKind.Note,
            "LI" or "LBody" => PieceKind.Item,
            _ => ItemLabel.HasGlyph(piece.Plain) ? PieceKind.Item : PieceKind.Paragraph,
        };
        pieces.Insert(Math.Min(at, pieces.Count), piece);
    }

    private void ReadFigure(DictionaryToken element, int page, Gathering? into, int list, int depth)
    {
        var outer = alternative;
        alternative = tokens.TextOf(element, "Alt") ?? outer;
        var (before, at) = (pictures.Count, pieces.Count);
        // Words that are drawn in a picture, as in a text box, are words.
        var boxed = new Gathering();
        Kids(element, page, boxed, list, depth);
        if (pictures.Count == before && pieces.Count == at && boxed.Inks.Count == 0 && alternative is { Length: > 0 })
        {
            warnings.LeaveOut(LeftOutKind.Object, $"A drawing: {alternative}", $"page {page}");
        }

        alternative = outer;
        if (into is not null && !into.IsItem && boxed.Inks.Count > 0 && boxed.Inks.Count < 4)
        {
            into.Inks.AddRange(boxed.Inks);
            return;
        }

        Add(pieces.Count, boxed, "Figure", 0);
    }

    private void ReadTable(DictionaryToken table, int page, int depth)
    {
        var start = pieces.Count;
        var rows = new List<(List<MadeCell> Cells, bool IsHead)>();
        var repeated = new SortedDictionary<int, List<string>>();
        Rows(table, page, depth, isHead: false);
        foreach (var (again, cells) in repeated)
        {
            warnings.LeaveOut(LeftOutKind.Header, string.Join(' ', cells), $"the head of the table again, on page {again}");
        }

        rows.RemoveAll(row => row.Cells.Count == 0);
        if (rows.Count == 0)
        {
            return;
        }

        var from = 0;
        foreach (var heading in TableMaker.HeadingsOf(rows.ConvertAll(row => row.Cells)))
        {
            MakeTable(rows.GetRange(from, heading - from), start);
            pieces.Add(rows[heading].Cells[0].Pieces[0]);
            (from, start) = (heading + 1, pieces.Count);
        }

        MakeTable(rows.GetRange(from, rows.Count - from), start);
        return;

        void Rows(DictionaryToken element, int onPage, int level, bool isHead)
        {
            onPage = tokens.PageOf(element) ?? onPage;
            var role = tokens.RoleOf(element);
            if (level > Deepest)
            {
                return;
            }

            if (role == "TR")
            {
                var row = new List<MadeCell>();
                Cells(element, onPage, row, level);
                rows.Add((row, isHead));
                return;
            }

            if (role == "Caption")
            {
                Walk(element, onPage, null, 0, level);
                start = pieces.Count;
                return;
            }

            foreach (var child in tokens.ElementsOf(element))
            {
                Rows(child, onPage, level + 1, isHead || role == "THead");
            }
        }

        void Cells(DictionaryToken row, int onPage, List<MadeCell> cells, int level)
        {
            foreach (var child in tokens.ElementsOf(row))
            {
                var at = tokens.PageOf(child) ?? onPage;
                if (tokens.RoleOf(child) is "TD" or "TH")
                {
                    var saved = pieces.Count;
                    var own = new Gathering();
                    Kids(child, at, own, 0, level + 1);
                    LeaveOutRepeated(own.Inks, repeated);
                    Add(saved, own, "P", 0);
                    var content = pieces.GetRange(saved, pieces.Count - saved);
                    pieces.RemoveRange(saved, pieces.Count - saved);
                    cells.Add(new MadeCell(content, tokens.SpanOf(child, "ColSpan"), tokens.SpanOf(child, "RowSpan"), tokens.RoleOf(child) == "TH"));
                }
                else if (level < Deepest)
                {
                    Cells(child, at, cells, level + 1);
                }
            }
        }
    }

    private void MakeTable(List<(List<MadeCell> Cells, bool IsHead)> rows, int start)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var filled = rows.ConvertAll(row => row.Cells.Count(cell => cell.Pieces.Count > 0));
        // A table that only places words on the page: hardly a row with more than one filled cell. A form has its heads over empty rows.
        if (filled.Where(count => count > 0).DefaultIfEmpty(0).Average() <= 1.25 || rows.TrueForAll(row => row.Cells.Count <= 1))
        {
            pieces.InsertRange(start, rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Pieces));
            return;
        }

        rows.RemoveAll(row =>
            row.Cells.TrueForAll(cell => cell is { Pieces.Count: 0, Rows: 1 }) && !rows.Exists(other => other.Cells.Exists(cell => cell.Rows > 1))
        );
        var headerRows = rows.TakeWhile(row => row.IsHead || row.Cells.TrueForAll(cell => cell.IsHeader)).Count();
        if (headerRows == 0 && rows.Count > 1 && IsBold(rows[0].Cells) && rows.Skip(1).Any(row => !IsBold(row.Cells)))
        {
            headerRows = 1;
        }

        headerRows = headerRows == rows.Count ? 0 : headerRows;
        var headerColumns =
            rows.Skip(headerRows).All(row => row.Cells is [{ IsHeader: true }, ..])
            && rows.Skip(headerRows).Any(row => row.Cells.Exists(cell => !cell.IsHeader))
                ? 1
                : 0;
        var first = rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Pieces).First();
        pieces.Insert(start, TableMaker.PieceOf(new MadeTable(rows.ConvertAll(row => row.Cells), headerRows, headerColumns, []), first));

        static bool IsBold(List<MadeCell> cells) =>
            cells.Exists(cell => cell.Pieces.Count > 0) && cells.TrueForAll(cell => cell.Pieces.All(piece => piece.IsBold));
    }

    /// <summary>A cell at the head of a table is drawn again at the top of every page that the table goes over.</summary>
    private static void LeaveOutRepeated(List<Ink> inks, SortedDictionary<int, List<string>> repeated)
    {
        if (inks.Count == 0 || inks[0].Page == inks[^1].Page)
        {
            return;
        }

        var pages = inks.GroupBy(ink => ink.Page).Select(group => (Page: group.Key, Words: PieceWriter.Write([.. group]).Plain)).ToList();
        foreach (var (again, words) in pages.Skip(1).Where(page => page.Words == pages[0].Words))
        {
            inks.RemoveAll(ink => ink.Page == again);
            repeated.TryAdd(again, []);
            repeated[again].Add(words);
        }
    }

    /// <summary>Signs of one paragraph, from several places of the tree.</summary>
    private sealed class Gathering
    {
        public List<Ink> Inks { get; } = [];

        public bool IsItem { get; init; }

        /// <summary>Holds paragraphs, so that what it holds without a meaning is one of its own.</summary>
        public bool IsGroup { get; init; }

        public string Label { get; set; } = "";

        public List<Ink> LabelInks { get; } = [];

        /// <summary>True where the file calls the first line of a text a label, as Word does when an item goes on at the top of a page.</summary>
        public bool GoesOn { get; private set; }

        public void Take(List<Ink> label)
        {
            var printed = PieceWriter.Write(label).Plain;
            if (printed.Length == 0 || ItemLabel.IsLabel(printed))
            {
                Label += printed;
                LabelInks.AddRange(label);
                return;
            }

            GoesOn = Label.Length == 0 && Inks.Count == 0;
            Inks.AddRange(label);
        }
    }
}
