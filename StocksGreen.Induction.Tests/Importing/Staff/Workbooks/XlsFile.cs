using System.Text;

namespace StocksGreen.Induction.Tests.Importing.Staff.Workbooks;

/// <summary>Writes an .xls workbook as Excel 97 to 2003 did: records of BIFF8 in one stream of a compound file.</summary>
internal static class XlsFile
{
    private const int Sector = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    internal static byte[] Of(params TestSheet[] sheets) => Compound("Workbook", Workbook(sheets));

    /// <param name="name">Of the one stream.</param>
    internal static byte[] Compound(string name, byte[] stream)
    {
        // The smallest streams would go into a stream of their own; one of 4096 bytes does not.
        Array.Resize(ref stream, Math.Max(4096, (stream.Length + Sector - 1) / Sector * Sector));
        var data = stream.Length / Sector;
        var tables = 1;
        while (tables * (Sector / 4) < tables + 1 + data)
        {
            tables++;
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        writer.Write(new byte[16]);
        Shorts(writer, 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0);
        Longs(writer, 0, (uint)tables, (uint)tables, 0, 4096, EndOfChain, 0, EndOfChain, 0);
        Longs(writer, [.. Enumerable.Range(0, 109).Select(i => i < tables ? (uint)i : Free)]);
        var chain = Enumerable
            .Repeat(0xFFFFFFFD, tables)
            .Append(EndOfChain)
            .Concat(Enumerable.Range(1, data).Select(i => i == data ? EndOfChain : (uint)(tables + 1 + i)))
            .ToList();
        Longs(writer, [.. chain, .. Enumerable.Repeat(Free, (tables * (Sector / 4)) - chain.Count)]);
        Entry(writer, "Root Entry", 5, child: 1, EndOfChain, 0);
        Entry(writer, name, 2, child: Free, (uint)(tables + 1), (uint)stream.Length);
        Entry(writer, "", 0, child: Free, 0, 0);
        Entry(writer, "", 0, child: Free, 0, 0);
        writer.Write(stream);
        return bytes.ToArray();
    }

    private static void Entry(BinaryWriter writer, string name, byte kind, uint child, uint start, uint size)
    {
        var letters = new byte[64];
        Encoding.Unicode.GetBytes(name, letters);
        writer.Write(letters);
        Shorts(writer, (ushort)(name.Length == 0 ? 0 : (name.Length + 1) * 2));
        writer.Write(kind);
        writer.Write((byte)1);
        Longs(writer, Free, Free, child);
        writer.Write(new byte[36]);
        Longs(writer, start, size, 0);
    }

    private static byte[] Workbook(TestSheet[] sheets)
    {
        var formats = TestSheet.FormatsOf(sheets);
        var bodies = sheets.Select(sheet => Sheet(sheet, formats)).ToList();
        var globals = Globals(sheets, formats, new uint[sheets.Length]);
        var position = globals.Length;
        var positions = new List<uint>();
        foreach (var body in bodies)
        {
            positions.Add((uint)position);
            position += body.Length;
        }

        return [.. Globals(sheets, formats, [.. positions]), .. bodies.SelectMany(body => body)];
    }

    private static byte[] Globals(TestSheet[] sheets, IReadOnlyList<string> formats, uint[] positions) =>
        Records(records =>
        {
            Record(records, 0x0809, body => Shorts(body, 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 0, 0, 0));
            Record(records, 0x0042, body => Shorts(body, 0x04B0));
            for (var i = 1; i < formats.Count; i++)
            {
                var (number, format) = ((ushort)(164 + i), formats[i]);
                Record(
                    records,
                    0x041E,
                    body =>
                    {
                        Shorts(body, number);
                        Text(body, format);
                    }
                );
            }

            for (var i = 0; i < formats.Count; i++)
            {
                var number = (ushort)(i == 0 ? 0 : 164 + i);
                Record(
                    records,
                    0x00E0,
                    body =>
                    {
                        Shorts(body, 0, number);
                        body.Write(new byte[16]);
                    }
                );
            }

            for (var i = 0; i < sheets.Length; i++)
            {
                var (sheet, at) = (sheets[i], positions[i]);
                Record(
                    records,
                    0x0085,
                    body =>
                    {
                        Longs(body, at);
                        body.Write((byte)(sheet.IsHidden ? 1 : 0));
                        body.Write((byte)0);
                        body.Write((byte)sheet.Name.Length);
                        body.Write((byte)1);
                        body.Write(Encoding.Unicode.GetBytes(sheet.Name));
                    }
                );
            }

            Record(records, 0x000A, _ => { });
        });

    private static byte[] Sheet(TestSheet sheet, IReadOnlyList<string> formats) =>
        Records(records =>
        {
            var width = (ushort)sheet.Rows.Select(row => row.Length).DefaultIfEmpty(0).Max();
            Record(records, 0x0809, body => Shorts(body, 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 0, 0, 0));
            foreach (var column in sheet.HiddenColumns)
            {
                Record(records, 0x007D, body => Shorts(body, (ushort)column, (ushort)column, 0, 0, 1, 0));
            }

            Record(
                records,
                0x0200,
                body =>
                {
                    Longs(body, 0, (uint)sheet.Rows.Length);
                    Shorts(body, 0, width, 0);
                }
            );
            for (var i = 0; i < sheet.Rows.Length; i++)
            {
                var row = (ushort)i;
                Record(records, 0x0208, body => Shorts(body, row, 0, width, 255, 0, 0, (ushort)(sheet.HiddenRows.Contains(row) ? 0x0120 : 0x0100), 0));
                for (var column = 0; column < sheet.Rows[i].Length; column++)
                {
                    Cell(records, row, (ushort)column, sheet.Rows[i][column], formats);
                }
            }

            if (sheet.Merged.Length > 0)
            {
                Record(
                    records,
                    0x00E5,
                    body =>
                    {
                        Shorts(body, (ushort)sheet.Merged.Length);
                        foreach (var one in sheet.Merged)
                        {
                            Shorts(body, (ushort)one.FromRow, (ushort)one.ToRow, (ushort)one.FromColumn, (ushort)one.ToColumn);
                        }
                    }
                );
            }

            Record(records, 0x000A, _ => { });
        });

    private static void Cell(BinaryWriter records, ushort row, ushort column, object? cell, IReadOnlyList<string> formats)
    {
        if (cell is null)
        {
            return;
        }

        var format = (ushort)formats.ToList().IndexOf(TestSheet.Format(cell));
        var number = TestSheet.Number(cell);
        Record(
            records,
            (ushort)(number is null ? 0x0204 : 0x0203),
            body =>
            {
                Shorts(body, row, column, format);
                if (number is { } value)
                {
                    body.Write(value);
                }
                else
                {
                    Text(body, (string)cell);
                }
            }
        );
    }

    private static byte[] Records(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        write(writer);
        return bytes.ToArray();
    }

    private static void Record(BinaryWriter records, ushort kind, Action<BinaryWriter> write)
    {
        var body = Records(write);
        Shorts(records, kind, (ushort)body.Length);
        records.Write(body);
    }

    private static void Text(BinaryWriter writer, string text)
    {
        Shorts(writer, (ushort)text.Length);
        writer.Write((byte)1); // two bytes a letter
        writer.Write(Encoding.Unicode.GetBytes(text));
    }

    private static void Shorts(BinaryWriter writer, params ushort[] values) => Array.ForEach(values, writer.Write);

    private static void Longs(BinaryWriter writer, params uint[] values) => Array.ForEach(values, writer.Write);
}
