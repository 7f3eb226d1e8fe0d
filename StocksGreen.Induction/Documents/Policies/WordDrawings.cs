using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Office2019.Drawing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Images;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using PolicyPicture = StocksGreen.Induction.Domain.PolicyText.Blocks.Picture;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>Pictures of a policy in a Word document, with what they show; each file is kept once.</summary>
internal sealed class WordDrawings(MainDocumentPart main, Func<string, ReadOnlyMemory<byte>?> pictureOf)
{
    private const int UnitsPerPixel = 9_525; // of 914,400 to the inch, at 96 pixels to the inch
    private const int WidestInPixels = 640;
    private const int HighestInPixels = 900;
    private const int SizeWhereUnknown = 320;
    private const string Decoration = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    private readonly Dictionary<string, string?> parts = new(StringComparer.Ordinal);
    private uint last;

    /// <returns>Null where the bytes are not to be had, or no program of Word's would show them.</returns>
    public Run? Draw(PolicyPicture picture)
    {
        if (PartOf(picture.Sha256) is not { } part)
        {
            return null;
        }

        var (width, height) = SizeOf(picture);
        var id = ++last;
        var name = FormattableString.Invariant($"Picture {id}");
        var described = new DocProperties { Id = id, Name = name };
        if (picture.IsDecorative)
        {
            described.Append(
                new NonVisualDrawingPropertiesExtensionList(new NonVisualDrawingPropertiesExtension(new Decorative { Val = true }) { Uri = Decoration })
            );
        }
        else
        {
            described.Description = WordLine.Clean(picture.Alt ?? "");
        }

        return new Run(
            new Drawing(
                new Inline(
                    new Extent { Cx = width, Cy = height },
                    described,
                    new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(new GraphicFrameLocks { NoChangeAspect = true }),
                    new Graphic(
                        new GraphicData(
                            new Pictures.Picture(
                                new Pictures.NonVisualPictureProperties(
                                    new Pictures.NonVisualDrawingProperties { Id = id, Name = name },
                                    new Pictures.NonVisualPictureDrawingProperties()
                                ),
                                new Pictures.BlipFill(new Blip { Embed = part }, new Stretch(new FillRectangle())),
                                new Pictures.ShapeProperties(
                                    new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = width, Cy = height }),
                                    new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }
                                )
                            )
                        )
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                        }
                    )
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                }
            )
        );
    }

    private string? PartOf(string sha256)
    {
        if (!parts.TryGetValue(sha256, out var id))
        {
            parts[sha256] = id = Add(sha256);
        }

        return id;
    }

    private string? Add(string sha256)
    {
        if (pictureOf(sha256) is not { } bytes || FileTypes.OfPicture(bytes.Span) is not { } mediaType)
        {
            return null;
        }

        var part = main.AddImagePart(
            mediaType switch
            {
                "image/png" => ImagePartType.Png,
                "image/gif" => ImagePartType.Gif,
                _ => ImagePartType.Jpeg,
            }
        );
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        part.FeedData(stream);
        return main.GetIdOfPart(part);
    }

    /// <summary>At the size at which the policy shows it, made smaller where that is wider than the page.</summary>
    private static (long Width, long Height) SizeOf(PolicyPicture picture)
    {
        var (width, height) = picture is { Width: > 0, Height: > 0 } ? (picture.Width, picture.Height) : (SizeWhereUnknown, SizeWhereUnknown * 3 / 4);
        var scale = Math.Min(1.0, Math.Min((double)WidestInPixels / width, (double)HighestInPixels / height));
        return scale >= 1
            ? ((long)width * UnitsPerPixel, (long)height * UnitsPerPixel)
            : ((long)(width * scale * UnitsPerPixel), (long)(height * scale * UnitsPerPixel));
    }
}
