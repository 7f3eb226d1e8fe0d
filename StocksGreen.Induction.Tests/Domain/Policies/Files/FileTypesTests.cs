using System.Text;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Tests.Domain.Policies.Files;

public sealed class FileTypesTests
{
    [Theory]
    [InlineData("%PDF-1.7", "a.txt", FileTypes.Pdf)]
    [InlineData("PK\u0003\u0004....word/document.xml", "a.pdf", FileTypes.Word)]
    [InlineData("PK\u0003\u0004..........mimetypeapplication/vnd.oasis.opendocument.text", "a.docx", FileTypes.OpenDocument)]
    [InlineData("<!DOCTYPE html><p>", "a.txt", FileTypes.Html)]
    [InlineData("<p>Policy", "a.htm", FileTypes.Html)]
    [InlineData("PK\u0003\u0004....images/image1.png....Policy.html", "a.zip", FileTypes.Zip)]
    [InlineData("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "a.mht", FileTypes.WebArchive)]
    [InlineData("<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">", "a.fodt", FileTypes.OpenDocument)]
    [InlineData("# Policy", "a.md", FileTypes.Markdown)]
    [InlineData("Policy", "a.docx", FileTypes.PlainText)]
    public void A_document_is_what_it_holds(string content, string name, string type) =>
        Assert.Equal(type, FileTypes.OfDocument(Encoding.Latin1.GetBytes(content), name));

    [Fact]
    public void A_picture_that_is_a_program_is_no_picture()
    {
        Assert.Equal("image/gif", FileTypes.OfPicture("GIF89a"u8));
        Assert.Null(FileTypes.OfPicture("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8));
    }

    [Theory]
    [InlineData("Ask [insert name of DSL] first", "[insert name of DSL]")]
    [InlineData("on XX/XX/20XX.", "XX/XX/20XX")]
    [InlineData("See Error! Reference source not found.", "Error! Reference source not found.")]
    [InlineData("in 20XX", "20XX")]
    [InlineData("Governor: TBC", "TBC")]
    [InlineData("Click or tap here to enter text.", "Click or tap here to enter text.")]
    [InlineData("the child [named below] and KCSIE (2024) paragraph XX, Form [A]", null)]
    public void What_someone_was_to_replace_is_found(string line, string? found) => Assert.Equal(found, Placeholders.In(line).SingleOrDefault());
}
