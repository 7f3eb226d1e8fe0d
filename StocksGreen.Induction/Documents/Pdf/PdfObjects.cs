using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>The numbered objects of a file, and the file made of them: object streams, cross-reference stream and trailer (PDF 1.7, 7.5).</summary>
internal sealed class PdfObjects
{
    private const int ObjectsPerStream = 200;
    private readonly List<Entry> entries = [default];

    /// <summary>Takes a number for an object whose content comes later.</summary>
    public int Reserve()
    {
        entries.Add(default);
        return entries.Count - 1;
    }

    public void Set(int id, string content) => entries[id] = new Entry(content, Stream: null);

    public int Add(string content)
    {
        var id = Reserve();
        Set(id, content);
        return id;
    }

    /// <summary>Adds a stream, deflated.</summary>
    /// <param name="dictionary">Entries of its dictionary next to length and filter.</param>
    /// <param name="data">Uncompressed.</param>
    public int AddStream(string dictionary, ReadOnlySpan<byte> data) => AddRaw(Deflated(dictionary, data));

    /// <summary>Adds a stream as it is: PDF/A wants its metadata readable without a filter.</summary>
    public int AddPlainStream(string dictionary, ReadOnlySpan<byte> data) => AddRaw(Framed(dictionary, data));

    /// <summary>Writes an object where it can be read without inflating anything, because it will be found again in the finished file.</summary>
    public void SetPlain(int id, string content) => entries[id] = new Entry(Content: null, Encoding.Latin1.GetBytes(content));

    /// <summary>The finished file.</summary>
    public byte[] ToBytes(int catalog, int information)
    {
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n");
        file.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

        var places = new List<(int Type, int Where, int Index)>(new (int, int, int)[entries.Count]);
        for (var id = 1; id < entries.Count; id++)
        {
            if (entries[id].Stream is { } stream)
            {
                places[id] = (1, (int)file.Length, 0);
                WriteObject(file, id, stream);
            }
        }

        var plain = Enumerable.Range(1, entries.Count - 1).Where(id => entries[id].Stream is null);
        foreach (var ids in plain.Chunk(ObjectsPerStream))
        {
            var number = places.Count;
            for (var i = 0; i < ids.Length; i++)
            {
                places[ids[i]] = (2, number, i);
            }

            places.Add((1, (int)file.Length, 0));
            WriteObject(file, number, ObjectStream(ids));
        }

        WriteCrossReferences(file, places, catalog, information);
        return file.ToArray();
    }

    private byte[] ObjectStream(int[] ids)
    {
        var (index, body) = (new StringBuilder(), new StringBuilder());
        foreach (var id in ids)
        {
            var content = entries[id].Content ?? throw new InvalidOperationException(Invariant($"Object {id} was reserved and never written."));
            index.Append(id).Append(' ').Append(body.Length).Append(' ');
            body.Append(content).Append('\n');
        }

        return Deflated(Invariant($"/Type/ObjStm/N {ids.Length}/First {index.Length}"), Encoding.Latin1.GetBytes(index.Append(body).ToString()));
    }

    private static void WriteCrossReferences(MemoryStream file, List<(int Type, int Where, int Index)> places, int catalog, int information)
    {
        // Made from the content, so that equal content is the same document.
        var identity = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        var (number, start) = (places.Count, (int)file.Length);
        places.Add((1, start, 0));
        var rows = new byte[7 * places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            var row = rows.AsSpan(7 * i, 7);
            row[0] = (byte)places[i].Type;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], places[i].Where);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], i == 0 ? ushort.MaxValue : (ushort)places[i].Index);
        }

        var dictionary = Invariant($"/Type/XRef/Size {places.Count}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{identity}><{identity}>]");
        WriteObject(file, number, Deflated(dictionary, rows));
        Write(file, Invariant($"startxref\n{start}\n%%EOF\n"));
    }

    private int AddRaw(byte[] stream)
    {
        var id = Reserve();
        entries[id] = new Entry(Content: null, stream);
        return id;
    }

    private static byte[] Deflated(string dictionary, ReadOnlySpan<byte> data)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return Framed(dictionary + "/Filter/FlateDecode", deflated.ToArray());
    }

    private static byte[] Framed(string dictionary, ReadOnlySpan<byte> data)
    {
        var head = Encoding.Latin1.GetBytes(Invariant($"<<{dictionary}/Length {data.Length}>>\nstream\n"));
        return [.. head, .. data, .. "\nendstream"u8];
    }

    private static void WriteObject(MemoryStream file, int id, byte[] content)
    {
        Write(file, Invariant($"{id} 0 obj\n"));
        file.Write(content);
        Write(file, "\nendobj\n");
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private readonly record struct Entry(string? Content, byte[]? Stream);
}
