namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>What someone looks at the school's pages with.</summary>
/// <param name="HasScript">False for a browser in which scripts are off, or never arrived.</param>
/// <param name="IsDark">True where dark pages are asked for.</param>
public sealed record Device(int Width, int Height, bool HasScript = true, bool IsDark = false)
{
    public static Device Phone { get; } = new(390, 844);

    public static Device PhoneWithoutScript { get; } = Phone with { HasScript = false };

    public static Device Desk { get; } = new(1280, 800);
}
