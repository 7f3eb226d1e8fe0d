using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>The library's filters, which unpack nothing before it is known how much comes out: a megabyte may unpack to a thousand.</summary>
internal sealed class CountingFilters(PdfBudget budget) : IFilterProvider
{
    private readonly IFilterProvider inner = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Counted(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Counted(inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Counted(inner.GetAllFilters());

    private IReadOnlyList<IFilter> Counted(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new CountingFilter(filter, budget))];

    private sealed class CountingFilter(IFilter filter, PdfBudget budget) : IFilter
    {
        private const int MostBytesOfPicture = 100 * 1024 * 1024;
        private const int MostBytesOfStream = 24 * 1024 * 1024;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Check();
            var most =
                streamDictionary.TryGet(NameToken.Subtype, out var subtype) && subtype is NameToken { Data: "Image" } ? MostBytesOfPicture : MostBytesOfStream;
            if (filter is FlateFilter && !UnpacksToAtMost(input, most))
            {
                budget.Unpack(long.MaxValue / 2);
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Unpack(output.Length);
            return output;
        }

        private static bool UnpacksToAtMost(Memory<byte> input, long most)
        {
            // Deflate makes at most 1,032 bytes of one.
            if (input.Length * 1_032L <= most)
            {
                return true;
            }

            var scratch = new byte[64 * 1024];
            var total = 0L;
            try
            {
                using var packed = new MemoryStream(input.ToArray(), writable: false);
                using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
                for (int read; total <= most && (read = unpacked.Read(scratch)) > 0; )
                {
                    total += read;
                }
            }
            catch (InvalidDataException)
            {
                // What can be unpacked of a damaged stream has been counted.
            }

            return total <= most;
        }
    }
}
