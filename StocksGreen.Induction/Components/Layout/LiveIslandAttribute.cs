namespace StocksGreen.Induction.Components.Layout;

/// <summary>
/// Marks a page that holds an interactive island. Only such pages load Blazor's script; every other page is plain HTML and works without any script.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LiveIslandAttribute : Attribute;
