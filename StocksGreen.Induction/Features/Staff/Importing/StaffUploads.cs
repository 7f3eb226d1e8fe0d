using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>Keeps what was recognised in an uploaded list until it is applied: not the file, which holds columns that are no one's business.</summary>
public sealed class StaffUploads(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <param name="file">The bytes as they were uploaded; only their hash is kept.</param>
    /// <returns>Its id; not found when the actor may not.</returns>
    public async Task<Result<Guid>> KeepAsync(Actor actor, string fileName, ReadOnlyMemory<byte> file, StaffList list, CancellationToken cancellationToken)
    {
        if (!Permissions.MayManageStaff(actor))
        {
            return Result.NotFound;
        }

        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var old = now.AddDays(-StaffUpload.KeptDays);
        await db.StaffUploads.Where(row => row.UploadedAt < old).ExecuteDeleteAsync(cancellationToken);
        var upload = new StaffUpload(Guid.NewGuid(), Name(fileName), Sha256Hex.Compute(file.ToArray()), JsonSerializer.Serialize(list, Options), now);
        db.StaffUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload.Id;
    }

    /// <returns>Null when the actor may not, or it was deleted.</returns>
    public async Task<(StaffUpload Upload, StaffList List)?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
            Permissions.MayManageStaff(actor) && await db.StaffUploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } upload
            ? (upload, JsonSerializer.Deserialize<StaffList>(upload.List, Options) ?? throw new JsonException("A stored staff list is empty."))
            : null;
    }

    /// <summary>How records name the source: "staff.csv (SHA-256 4be1…)".</summary>
    public static string Source(string fileName, string hash) => $"{Name(fileName)} (SHA-256 {hash})";

    private static string Name(string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName).Where(c => !char.IsControl(c)));
        return name.Length > 120 ? name[..120] : name;
    }
}
