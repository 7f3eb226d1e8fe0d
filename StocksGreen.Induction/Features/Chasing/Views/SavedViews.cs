using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.Views;

/// <summary>The lists that someone saved under a name: each person's own, on whatever device they sign in.</summary>
public sealed class SavedViews(IDbContextFactory<InductionDb> factory)
{
    /// <returns>By name; nothing when the actor may not see the list.</returns>
    public async Task<IReadOnlyList<SavedView>> OfAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var own = await db.SavedViews.AsNoTracking().Where(view => view.StaffId == actor.StaffId).ToListAsync(cancellationToken);
        return [.. own.OrderBy(view => view.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <param name="name">One that is used already means this list from now on.</param>
    /// <param name="address">Of the list of who has not signed, as it is narrowed and sorted.</param>
    /// <returns>Not found when the actor may not.</returns>
    public async Task<Result<Unit>> SaveAsync(Actor actor, string? name, string address, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor) || Urls.Local(address)?.StartsWith(Urls.WhoHasNotSigned, StringComparison.Ordinal) is not true)
        {
            return Result.NotFound;
        }

        var named = name?.Trim() ?? "";
        if (named.Length is 0 or > SavedView.LongestName)
        {
            return Result.Invalid(nameof(SavedView.Name), $"Enter a name of up to {SavedView.LongestName} characters.");
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var own = await db.SavedViews.Where(view => view.StaffId == actor.StaffId).ToListAsync(cancellationToken);
        if (own.FirstOrDefault(view => string.Equals(view.Name, named, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            known.Lead(address);
        }
        else if (own.Count >= SavedView.Most)
        {
            return Result.Invalid(nameof(SavedView.Name), $"You have {SavedView.Most} saved views. Remove one first.");
        }
        else
        {
            db.SavedViews.Add(new SavedView(actor.StaffId, named, address));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    /// <summary>Removes one; that there is none any more is the same.</summary>
    public async Task RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.SavedViews.Where(view => view.Id == id && view.StaffId == actor.StaffId).ExecuteDeleteAsync(cancellationToken);
    }
}
