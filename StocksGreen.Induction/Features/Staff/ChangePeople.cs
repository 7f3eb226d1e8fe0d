using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Pauses many people, or enters a last day for them: for each what one form does for one.</summary>
public sealed class ChangePeople(PausePerson pause, EndPerson end)
{
    /// <param name="people">With their names, by which a refusal says whom it is about.</param>
    /// <param name="from">First day away.</param>
    /// <param name="back">First day back; null while no one knows.</param>
    /// <returns>How many were paused; invalid where one or more could not be: the others are paused. Not found when the actor may not.</returns>
    public Task<Result<int>> PauseAsync(
        Actor actor,
        IReadOnlyList<(StaffId Id, string FullName)> people,
        DateOnly? from,
        DateOnly? back,
        CancellationToken cancellationToken
    ) => EachAsync(people, person => pause.ExecuteAsync(actor, person, from, back, seen: null, cancellationToken));

    /// <param name="people">With their names, by which a refusal says whom it is about.</param>
    /// <param name="lastDay">Last day in post.</param>
    /// <returns>As <see cref="PauseAsync"/>.</returns>
    public Task<Result<int>> EndAsync(
        Actor actor,
        IReadOnlyList<(StaffId Id, string FullName)> people,
        DateOnly? lastDay,
        CancellationToken cancellationToken
    ) => EachAsync(people, person => end.ExecuteAsync(actor, person, lastDay, stopNow: false, seen: null, cancellationToken));

    private static async Task<Result<int>> EachAsync(IReadOnlyList<(StaffId Id, string FullName)> people, Func<StaffId, Task<Result<Unit>>> change)
    {
        var done = 0;
        var errors = new List<ValidationError>();
        foreach (var (id, fullName) in people)
        {
            switch (await change(id))
            {
                case Result<Unit>.Done:
                    done++;
                    break;
                case Result<Unit>.Invalid { Errors: var wrong }:
                    errors.AddRange(wrong.Select(error => error with { Sentence = $"{fullName}: {error.Sentence}" }));
                    break;
                default:
                    return Result.NotFound;
            }
        }

        return errors.Count == 0 ? done
            : done == 0 ? Result.Invalid([.. errors])
            : Result.Invalid([new ValidationError(errors[0].Key, $"Saved for {done} of {people.Count}; not for the following."), .. errors]);
    }
}
