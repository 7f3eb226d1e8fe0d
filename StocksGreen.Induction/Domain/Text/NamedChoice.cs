namespace StocksGreen.Induction.Domain.Text;

/// <summary>A choice as an address, a form or a console gives it.</summary>
/// <remarks><see cref="Enum.TryParse{TEnum}(string, out TEnum)"/> also takes any number and several names at once: no choice that anyone was offered.</remarks>
public static class NamedChoice
{
    /// <param name="text">One name, in whatever letters.</param>
    /// <returns>Null for everything that is not the name of one choice.</returns>
    public static T? Parse<T>(string? text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
