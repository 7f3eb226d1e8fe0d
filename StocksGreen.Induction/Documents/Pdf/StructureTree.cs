using System.Text;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>The tree of a file's elements: which are open while pages are drawn, and its objects at the end (PDF 1.7, 14.7).</summary>
internal sealed class StructureTree
{
    private readonly PdfElement document = PdfElement.Document();
    private readonly Stack<PdfElement> open = new();
    private readonly List<PdfElement> elements = [];

    public StructureTree() => open.Push(document);

    public PdfElement Current => open.Peek();

    public bool IsAtRoot => open.Count == 1;

    public void Open(PdfElement element)
    {
        if (element.Parent is null)
        {
            element.Parent = Current;
            Current.Kids.Add(new PdfElement.Kid(element, Page: 0, Mark: 0));
            elements.Add(element);
        }
        else if (element.Parent != Current)
        {
            throw new InvalidOperationException($"'{element.Type}' was first opened under another element.");
        }

        open.Push(element);
    }

    public void Close()
    {
        if (IsAtRoot)
        {
            throw new InvalidOperationException("There is no open element to close.");
        }

        open.Pop();
    }

    /// <summary>Writes all elements.</summary>
    /// <returns>The number of the root, for the catalogue.</returns>
    /// <param name="field">A form field on the first page, for which the tree has an element of its own; null for none. Its key follows those of the pages.</param>
    /// <param name="links">The elements of annotations, whose keys follow it.</param>
    public int Write(PdfObjects objects, IReadOnlyList<PdfPage> pages, int? field, IReadOnlyList<PdfElement> links)
    {
        if (!IsAtRoot)
        {
            throw new InvalidOperationException($"'{Current.Type}' is still open.");
        }

        var (root, parents) = (objects.Reserve(), objects.Reserve());
        document.Id = objects.Reserve();
        foreach (var element in elements)
        {
            element.Id = objects.Reserve();
        }

        var form = field is null
            ? (int?)null
            : objects.Add(
                Invariant($"<</Type/StructElem/S/Form/P {document.Id} 0 R/Pg {pages[0].Id} 0 R/K<</Type/OBJR/Obj {field} 0 R/Pg {pages[0].Id} 0 R>>>>")
            );
        objects.Set(document.Id, Dictionary(document, root, pages, form));
        foreach (var element in elements)
        {
            objects.Set(element.Id, Dictionary(element, element.Parent!.Id, pages));
        }

        var numbers = new StringBuilder("<</Nums[");
        foreach (var page in pages)
        {
            numbers.Append(page.Index).Append('[').AppendJoin(' ', page.Marks.Select(element => PdfSyntax.Reference(element.Id))).Append("]\n");
        }

        numbers.Append(form is null ? "" : Invariant($"{pages.Count} {form} 0 R\n"));
        foreach (var (at, link) in links.Index())
        {
            numbers.Append(Invariant($"{pages.Count + 1 + at} {link.Id} 0 R\n"));
        }

        objects.Set(parents, numbers.Append("]>>").ToString());
        objects.Set(
            root,
            Invariant($"<</Type/StructTreeRoot/K {document.Id} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {pages.Count + 1 + links.Count}>>")
        );
        return root;
    }

    private static string Dictionary(PdfElement element, int parent, IReadOnlyList<PdfPage> pages, int? last = null)
    {
        var text = new StringBuilder("<</Type/StructElem/S/").Append(element.Type).Append("/P ").Append(PdfSyntax.Reference(parent)).Append(element.Attributes);
        var marks = element.Kids.Where(kid => kid is { Element: null, Annotation: null }).ToList();
        var page = marks.Count > 0 ? marks[0].Page : -1;
        if (page >= 0)
        {
            text.Append("/Pg ").Append(PdfSyntax.Reference(pages[page].Id));
        }

        text.Append("/K[");
        foreach (var kid in element.Kids)
        {
            text.Append(
                    kid switch
                    {
                        { Element: { } child } => PdfSyntax.Reference(child.Id),
                        { Annotation: { } annotation } => Invariant($"<</Type/OBJR/Obj {annotation} 0 R/Pg {pages[kid.Page].Id} 0 R>>"),
                        _ when kid.Page == page => Invariant($"{kid.Mark}"),
                        _ => Invariant($"<</Type/MCR/Pg {pages[kid.Page].Id} 0 R/MCID {kid.Mark}>>"),
                    }
                )
                .Append(' ');
        }

        return text.Append(last is null ? "" : Invariant($"{last} 0 R")).Append("]>>").ToString();
    }
}
