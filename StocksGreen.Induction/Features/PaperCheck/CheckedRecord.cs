using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>What the school's evidence says to a code.</summary>
public abstract record CheckedRecord
{
    /// <summary>Nothing: the code is no code, or no entry has it. The two look alike, so that no one can count entries.</summary>
    public sealed record Unknown : CheckedRecord;

    /// <summary>The signature is recorded, and its entry holds.</summary>
    public sealed record Known(CheckedSignature Signature) : CheckedRecord;

    /// <summary>There was such a signature; its facts were deleted when their time was over.</summary>
    public sealed record Deleted(PaperCode Code) : CheckedRecord;

    /// <summary>The entry itself does not hold any more.</summary>
    public sealed record Broken(PaperCode Code) : CheckedRecord;
}
