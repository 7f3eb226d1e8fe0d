using System.IO.Compression;
using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Importing.Policies.Word;

/// <summary>What is no Word document, or a hostile one, is refused in one clear sentence and in bounded time.</summary>
public sealed class BadWordFileTests
{
    // Packed they have some kilobytes, unpacked 41 million; what is refused after a look has taken memory for the look alone.
    private const long MostBytesToRefuse = 20_000_000;

    private static byte[] Good => new WordFile().P("Visitors Policy", "Title").P("1. Arriving", "Heading1").P("Sign in at the office.").ToBytes();

    [Theory]
    [InlineData("[Content_Types].xml|xl/workbook.xml", "This is a spreadsheet, not a document. Copy the policy into Word, and choose that file.")]
    [InlineData("[Content_Types].xml|ppt/presentation.xml", "This is a presentation, not a document. Copy the policy into Word, and choose that file.")]
    [InlineData("[Content_Types].xml|other/thing.xml", "This is no Word document, though it is packed like one. Check that it is the right file.")]
    [InlineData(
        "Index/Document.iwa|Metadata/Properties.plist|preview.jpg",
        "This is a document of Apple Pages, Numbers or Keynote. Open it there, choose File, Export To, Word (or PDF), and choose that file."
    )]
    [InlineData("photos/one.txt", "This is a zip archive and no Word document. Unpack it first, then choose the document in it.")]
    public void A_zip_that_is_no_Word_document_is_named(string names, string sentence) =>
        Assert.Equal(sentence, Refusal(WordFile.Zip(names.Split('|').ToDictionary(name => name, _ => "<a/>", StringComparer.Ordinal))));

    [Fact]
    public void A_document_under_a_password_is_told_from_an_old_one()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]];

        Assert.Equal("This is a document of an old version of Word or Office. Open it in Word, save it as .docx, and choose that file.", Refusal(old));
        Assert.Equal(
            "This Word document is protected by a password. Save a copy of it without the password, and choose that file.",
            Refusal([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")])
        );
    }

    [Fact]
    public void A_document_cut_short_or_broken_anywhere_is_refused_or_read_and_never_a_fault()
    {
        var good = Good;
        foreach (var length in Enumerable.Range(4, good.Length - 4).Where(length => length % 23 == 0))
        {
            Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(good.AsMemory(0, length), "policy.docx"));
        }

        var random = new Random(5);
        for (var i = 0; i < 150; i++)
        {
            var broken = (byte[])good.Clone();
            broken[random.Next(4, broken.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotNull(PolicyImport.Parse(broken, "policy.docx"));
        }
    }

    [Fact]
    public void Markup_that_is_no_markup_or_brings_a_document_type_is_refused()
    {
        Assert.StartsWith("This looks like a Word document, but it is damaged.", Refusal(With("<w:document")), StringComparison.Ordinal);
        Assert.StartsWith(
            "This looks like a Word document, but it is damaged.",
            Refusal(With("<!DOCTYPE a [<!ENTITY b \"boom\">]><a>&b;</a>")),
            StringComparison.Ordinal
        );
        Assert.StartsWith("This looks like a Word document, but it is damaged.", Refusal(With("<other/>")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_unpacks_to_far_more_than_a_policy_is_refused_before_it_is_unpacked()
    {
        Assert.Equal(
            "This file unpacks to far more than a policy can hold, so it was not opened. Check that it is the right file.",
            RefusedBeforeItIsUnpacked($"<a>{new string(' ', 41_000_000)}</a>")
        );
        Assert.StartsWith(
            "This file unpacks",
            RefusedBeforeItIsUnpacked(string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "This file unpacks",
            RefusedBeforeItIsUnpacked($"<a>{string.Concat(Enumerable.Repeat("<p/>", 900_000))}</a>"),
            StringComparison.Ordinal
        );

        static string RefusedBeforeItIsUnpacked(string document)
        {
            var file = With(document);
            var sentence = "";
            var work = Work.Of(() => sentence = Refusal(file));
            Assert.InRange(work.Bytes, 0, MostBytesToRefuse);
            return sentence;
        }
    }

    [Theory]
    [InlineData("one paragraph of very many pieces")]
    [InlineData("very many paragraphs")]
    [InlineData("very many cells")]
    [InlineData("fields that are never closed")]
    public void A_document_of_very_many_pieces_is_answered_in_proportion_to_its_size(string shape) =>
        Work.AssertGrowsWithItsInput(
            400,
            size =>
            {
                var file = new WordFile().P("Visitors Policy", "Title");
                switch (shape)
                {
                    case "one paragraph of very many pieces":
                        file.Runs(string.Concat(Enumerable.Repeat("<w:r><w:t>a </w:t></w:r>", size * 75 / 2)));
                        break;
                    case "very many paragraphs":
                        file.Raw(
                            string.Concat(
                                Enumerable
                                    .Range(1, size * 25 / 2)
                                    .Select(i => $"<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>{i}. Aims of it</w:t></w:r></w:p>")
                            )
                        );
                        break;
                    case "very many cells":
                        var cells = string.Concat(Enumerable.Repeat("<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>", 10));
                        file.Raw($"<w:tbl>{string.Concat(Enumerable.Repeat($"<w:tr>{cells}</w:tr>", size * 3 / 2))}</w:tbl>");
                        break;
                    default:
                        file.Runs(string.Concat(Enumerable.Repeat("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", size * 5))).P("Sign in at the office.");
                        break;
                }

                var bytes = file.ToBytes();
                return () =>
                    Assert.Contains(
                        shape switch
                        {
                            "very many paragraphs" => "which no policy has",
                            "very many cells" => "x | x",
                            "fields that are never closed" => "Sign in at the office.",
                            _ => "a a a",
                        },
                        PolicyOutline.Of(PolicyImport.Parse(bytes, "policy.docx")),
                        StringComparison.Ordinal
                    );
            }
        );

    /// <summary>Each of these once hung, took gigabytes or was a fault.</summary>
    [Theory]
    [InlineData("line breaks", "This document has more than 20,000 line breaks, which no policy has. Take the empty lines out, and choose it again.")]
    [InlineData("references", "This document refers to notes more than 10,000 times, which no policy does. Check that it is the right file.")]
    [InlineData("notes", "This document refers to notes more than 10,000 times, which no policy does. Check that it is the right file.")]
    [InlineData("labels", "This document's automatic numbers are longer than those of any policy. Type the numbers by hand, and choose it again.")]
    [InlineData("nested tables", "This file unpacks to far more than a policy can hold, so it was not opened. Check that it is the right file.")]
    [InlineData("fields", "This document has fields inside fields, deeper than any policy has. Copy its text into a new document.")]
    public void A_document_made_to_hurt_is_refused_in_a_sentence_and_at_once(string shape, string sentence)
    {
        const string Field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        var file = new WordFile().P("Visitors Policy", "Title");
        switch (shape)
        {
            case "line breaks":
                file.Raw($"<w:p><w:r><w:t>a</w:t>{string.Concat(Enumerable.Repeat("<w:br/>", 200_000))}</w:r></w:p>");
                break;
            case "references":
                file.Runs(string.Concat(Enumerable.Repeat("<w:r><w:footnoteReference w:id=\"2\"/></w:r>", 20_000)))
                    .Part("footnotes", "footnotes", "footnotes", $"<w:footnote w:id=\"2\"><w:p>{WordFile.R(new string('a', 10_000))}</w:p></w:footnote>");
                break;
            case "notes":
                file.Runs(string.Concat(Enumerable.Range(2, 40_000).Select(id => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>")))
                    .Part(
                        "footnotes",
                        "footnotes",
                        "footnotes",
                        string.Concat(Enumerable.Range(2, 40_000).Select(id => $"<w:footnote w:id=\"{id}\"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:footnote>"))
                    );
                break;
            case "labels":
                file.Numbering = WordFile.Kind(1, WordFile.Level(0, "decimal", new string('x', 1_000_000))) + WordFile.List(1, 1);
                file.Raw(string.Concat(Enumerable.Repeat($"<w:p><w:pPr>{WordFile.Num(1, 0)}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>", 500)));
                break;
            case "nested tables":
                file.Raw(
                    string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 1_000))
                        + "<w:p/>"
                        + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 1_000))
                );
                break;
            default:
                var ends = Enumerable.Repeat(Field.Replace("begin", "end", StringComparison.Ordinal), 20_000);
                file.Raw($"<w:p>{string.Concat(Enumerable.Repeat(Field, 20_000))}{string.Concat(ends)}</w:p>");
                break;
        }

        var bytes = file.ToBytes();
        var refusal = "";
        var work = Work.Of(() => refusal = Refusal(bytes));

        Assert.Equal(sentence, refusal);
        Assert.InRange(work.Bytes, 0, 600_000_000);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("struck out words")]
    [InlineData("links")]
    public void What_a_document_holds_beside_its_words_is_read_in_proportion_to_it(string shape) =>
        Work.AssertGrowsWithItsInput(
            400,
            size =>
            {
                var file = new WordFile().P("Visitors Policy", "Title");
                switch (shape)
                {
                    case "notes":
                        file.Raw(
                                string.Concat(
                                    Enumerable.Range(2, size * 2).Select(id => $"<w:p><w:r><w:t>a </w:t><w:footnoteReference w:id=\"{id}\"/></w:r></w:p>")
                                )
                            )
                            .Part(
                                "footnotes",
                                "footnotes",
                                "footnotes",
                                string.Concat(
                                    Enumerable.Range(2, size * 2).Select(id => $"<w:footnote w:id=\"{id}\"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:footnote>")
                                )
                            );
                        break;
                    case "struck out words":
                        file.Raw(
                            string.Concat(Enumerable.Range(0, size * 4).Select(i => $"<w:p>{WordFile.R($"word {i}", "strike")}{WordFile.R("kept")}</w:p>"))
                        );
                        break;
                    default:
                        foreach (var i in Enumerable.Range(0, size))
                        {
                            file.Links[$"rId{i + 100}"] = $"https://example.org/{i}";
                            file.Raw($"<w:p><w:hyperlink r:id=\"rId{i + 100}\">{WordFile.R("a word")}</w:hyperlink></w:p>");
                        }

                        break;
                }

                var bytes = file.ToBytes();
                return () => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(bytes, "policy.docx"));
            }
        );

    [Fact]
    public void A_size_that_the_archive_lies_about_is_not_believed()
    {
        var file = With($"<a>{new string(' ', 1_000_000)}</a>");
        // The size stands twice: before the content and in the directory at the end.
        var size = BitConverter.GetBytes(1_000_007);
        for (var at = file.AsSpan().IndexOf(size); at >= 0; at = file.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(100).CopyTo(file, at);
        }

        Assert.StartsWith("This looks like a Word document, but it is damaged.", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_are_left_out_and_said()
    {
        using var stream = new MemoryStream();
        stream.Write(
            new WordFile { ContentType = "application/vnd.ms-word.document.macroEnabled.main+xml" }
                .P("Visitors Policy", "Title")
                .P("1. Arriving", "Heading1")
                .P("Sign in.")
                .ToBytes()
        );
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var macros = archive.CreateEntry("word/vbaProject.bin").Open();
            macros.Write([1, 2, 3]);
        }

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(stream.ToArray(), "policy.docm"));

        Assert.Contains("The document holds macros. They were not run and are not kept.", imported.Warnings);
        Assert.Equal("Arriving", Assert.Single(imported.Policy.Sections).Title);
    }

    [Fact]
    public void What_a_file_is_counts_and_not_what_its_name_says()
    {
        Assert.Equal("Visitors Policy", Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(Good, "policy.txt")).Policy.Title);
        Assert.Equal(
            "Visitors Policy",
            Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse("Visitors Policy\n\n1. Arriving\n\nSign in."u8.ToArray(), "policy.docx")).Policy.Title
        );
    }

    [Fact]
    public void A_document_without_words_is_refused() =>
        Assert.Equal(
            "This Word document has no words that can be read. If it holds pictures of pages, ask for the original document.",
            Refusal(new WordFile().P("  ").ToBytes())
        );

    [Fact]
    public void A_document_of_too_many_megabytes_is_refused_with_its_size()
    {
        byte[] file = [.. "PK\u0003\u0004"u8, .. new byte[21 * 1024 * 1024]];

        Assert.Equal("This Word document is 21.0 MB. It may be 20 MB at most: take pictures out of it.", Refusal(file));
    }

    private static byte[] With(string document) =>
        WordFile.Zip(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["[Content_Types].xml"] =
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
                ["_rels/.rels"] =
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                    + "Target=\"word/document.xml\"/></Relationships>",
                ["word/document.xml"] = document,
            }
        );

    private static string Refusal(byte[] file) => Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, "policy.docx")).Sentence;
}
