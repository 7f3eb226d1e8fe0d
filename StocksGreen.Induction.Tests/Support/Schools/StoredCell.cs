using System.Globalization;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>One value as the file holds it, and everything that can happen to one byte of it.</summary>
/// <param name="Where">Names the row: "rowid = 3".</param>
/// <param name="Entry">The entry of evidence that seals the row.</param>
internal sealed record StoredCell(string Table, string Column, string Where, long Entry)
{
    // Of longer values the ends and a sample of the middle: every byte goes through the same comparison.
    private const int Ends = 64;
    private const int Step = 97;

    internal string Place => $"{Table}.{Column}";

    /// <summary>What a tool could write in its place, as SQL with the bytes next to it.</summary>
    internal IEnumerable<Tampering> Tamperings(OpenedStore store)
    {
        var type = store.Read<string>($"SELECT typeof(\"{Column}\") FROM \"{Table}\" WHERE {Where}");
        return type switch
        {
            "null" => OfNothing(),
            "integer" => OfNumber(store.Read<long>($"SELECT \"{Column}\" FROM \"{Table}\" WHERE {Where}")),
            _ => OfBytes(type, store.Read<byte[]>($"SELECT CAST(\"{Column}\" AS BLOB) FROM \"{Table}\" WHERE {Where}")),
        };
    }

    internal void Write(OpenedStore store, string expression, object? value) =>
        store.Run($"UPDATE \"{Table}\" SET \"{Column}\" = {expression} WHERE {Where}", value);

    private static IEnumerable<Tampering> OfNothing() =>
        [new("'' for nothing", "''"), new("0 for nothing", "0"), new("a letter for nothing", "'x'"), new("an empty blob for nothing", "x''")];

    private static IEnumerable<Tampering> OfNumber(long number) =>
        Enumerable
            .Range(0, 8)
            .Select(place => new Tampering($"byte {place} of the number", (number ^ (1L << (8 * place))).ToString(CultureInfo.InvariantCulture)))
            .Concat([
                new("the next number", (number + 1).ToString(CultureInfo.InvariantCulture)),
                new("a part of one more", $"{number}.25"),
                new("nothing", "NULL"),
                new("a letter", "'x'"),
                new("an empty text", "''"),
                new("its digits as a blob", $"CAST('{number}' AS BLOB)"),
            ]);

    private static IEnumerable<Tampering> OfBytes(string type, byte[] bytes)
    {
        var cast = type == "text" ? "CAST(@value AS TEXT)" : "@value";
        foreach (var place in Enumerable.Range(0, bytes.Length).Where(place => place < Ends || place >= bytes.Length - Ends || place % Step == 0))
        {
            // Another letter, and every third time the other case or no letter at all.
            yield return new(
                $"byte {place}",
                cast,
                At(
                    place,
                    (byte)(
                        bytes[place]
                        ^ (
                            place % 3 == 2
                                ? char.IsAsciiLetter((char)bytes[place])
                                    ? 0x20
                                    : 0x80
                                : 0x01
                        )
                    )
                )
            );
        }

        yield return new("all but the first", cast, bytes[Math.Min(1, bytes.Length)..]);
        yield return new("all but the last", cast, bytes.Length == 0 ? "x"u8.ToArray() : bytes[..^1]);
        yield return new("a blank before", cast, [(byte)' ', .. bytes]);
        yield return new("a blank after", cast, [.. bytes, (byte)' ']);
        yield return new("a zero after", cast, [.. bytes, 0]);
        yield return new("a zero and more after", cast, [.. bytes, 0, (byte)'x']);
        yield return new("nothing", "NULL");
        yield return new("the other type", type == "text" ? "@value" : "CAST(@value AS TEXT)", bytes);
        if (Array.IndexOf(bytes, (byte)':') is var colon and > 0)
        {
            yield return new("a blank inside", cast, [.. bytes[..(colon + 1)], (byte)' ', .. bytes[(colon + 1)..]]);
        }

        byte[] At(int place, byte changed) => [.. bytes[..place], changed, .. bytes[(place + 1)..]];
    }
}
