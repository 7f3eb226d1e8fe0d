using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data;

/// <summary>Tells open pages of this process that something about a person's account or sessions has changed, once it is stored.</summary>
public sealed class AccountChanges
{
    private readonly Lock door = new();
    private Action<StaffId>? listeners;

    /// <param name="listener">Told whose account or session it was; it must be quick and must not throw.</param>
    public void Listen(Action<StaffId> listener)
    {
        lock (door)
        {
            listeners += listener;
        }
    }

    public void StopListening(Action<StaffId> listener)
    {
        lock (door)
        {
            listeners -= listener;
        }
    }

    public void Tell(StaffId person) => listeners?.Invoke(person);
}
