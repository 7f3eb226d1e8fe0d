using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Domain.Policies.Files;

/// <summary>What kind of file some bytes are, by what they hold.</summary>
public static class FileTypes
{
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string OpenDocument = "application/vnd.oasis.opendocument.text";
    public const string Html = "text/html";

    /// <summary>A web page and its pictures in an archive, as Google Docs downloads them.</summary>
    public const string Zip = "application/zip";

    /// <summary>A web page and its pictures as one message, as browsers save them.</summary>
    public const string WebArchive = "multipart/related";
    public const string Markdown = "text/markdown";
    public const string PlainText = "text/plain";

    private const int LengthOfHead = 1024;

    /// <summary>The type of a document that an import could read.</summary>
    /// <param name="fileName">Tells Markdown from other text, which their bytes do not.</param>
    public static string OfDocument(ReadOnlySpan<byte> content, string fileName)
    {
        var head = content[..Math.Min(content.Length, LengthOfHead)];
        if (head.IndexOf("%PDF-"u8) >= 0)
        {
            return Pdf;
        }

        if (head.StartsWith("PK"u8))
        {
            // An OpenDocument file begins with its own type, not compressed.
            return head.IndexOf("mimetypeapplication/vnd.oasis.opendocument.text"u8) >= 0 ? OpenDocument
                // The names of the files stand at the end of an archive; only one of Word has this one.
                : content.IndexOf(".htm"u8) >= 0 && content.IndexOf("[Content_Types].xml"u8) < 0 ? Zip
                : Word;
        }

        var text = Encoding.Latin1.GetString(head);
        if (text.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && text.Contains(WebArchive, StringComparison.OrdinalIgnoreCase))
        {
            return WebArchive;
        }

        if (text.Contains("<office:document", StringComparison.Ordinal))
        {
            return OpenDocument;
        }

        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) ? Html
            : Path.GetExtension(fileName).ToUpperInvariant() is ".HTML" or ".HTM" && text.Contains('<', StringComparison.Ordinal) ? Html
            : Path.GetExtension(fileName).ToUpperInvariant() is ".MD" or ".MARKDOWN" ? Markdown
            : PlainText;
    }

    /// <summary>The type of a picture that a browser may be given to show.</summary>
    /// <returns>Null for anything but PNG, JPEG and GIF: an SVG is a program.</returns>
    public static string? OfPicture(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? "image/gif"
        : null;

    /// <summary>".pdf"; ".bin" for a type that no import reads.</summary>
    public static string Extension(string mediaType) =>
        mediaType switch
        {
            Pdf => ".pdf",
            Word => ".docx",
            OpenDocument => ".odt",
            Html => ".html",
            Zip => ".zip",
            WebArchive => ".mht",
            Markdown => ".md",
            PlainText => ".txt",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/gif" => ".gif",
            _ => ".bin",
        };

    /// <summary>"Word document"; the type itself where it has no name.</summary>
    public static string InWords(string mediaType) =>
        mediaType switch
        {
            Pdf => "PDF",
            Word => "Word document",
            OpenDocument => "OpenDocument text",
            Html => "web page",
            Zip => "web page with its pictures",
            WebArchive => "web page in one file",
            Markdown => "Markdown text",
            PlainText => "text file",
            _ => mediaType,
        };

    /// <summary>"812 bytes", "34 KB", "1.2 MB".</summary>
    public static string SizeInWords(int bytes) =>
        bytes switch
        {
            < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
            < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
        };
}
