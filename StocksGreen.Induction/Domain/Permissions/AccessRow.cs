namespace StocksGreen.Induction.Domain.Permissions;

/// <summary>Who may open one address.</summary>
/// <param name="Pattern">As the router has it: "/people/{Id:guid}".</param>
/// <param name="Doing">What it is for, as the guide says it; several addresses serve one.</param>
/// <param name="Who">Who may open it. Whatever of it belongs to one person is asked again of each record.</param>
public sealed record AccessRow(string Pattern, string Doing, Viewers Who);
