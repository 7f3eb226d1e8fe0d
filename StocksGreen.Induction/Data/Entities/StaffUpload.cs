namespace StocksGreen.Induction.Data.Entities;

/// <summary>A staff list that was uploaded and is looked at before anything of it is applied. It proves nothing and is deleted after a few days.</summary>
public sealed class StaffUpload
{
    /// <summary>Days after which an upload is deleted, applied or not.</summary>
    public const int KeptDays = 7;

    private StaffUpload() { }

    /// <param name="hash">SHA-256 of the file's bytes.</param>
    /// <param name="list">What was recognised, as JSON; columns that are not needed are not in it.</param>
    /// <param name="uploadedAt">UTC.</param>
    public StaffUpload(Guid id, string fileName, string hash, string list, DateTimeOffset uploadedAt)
    {
        Id = id;
        FileName = fileName;
        Hash = hash;
        List = list;
        UploadedAt = uploadedAt;
    }

    public Guid Id { get; private set; }

    public string FileName { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public string List { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>UTC; null until then.</summary>
    public DateTimeOffset? AppliedAt { get; private set; }

    public void Apply(DateTimeOffset at) => AppliedAt = at;
}
