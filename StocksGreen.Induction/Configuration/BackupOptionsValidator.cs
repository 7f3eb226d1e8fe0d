using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

/// <remarks>Whether the folders can be written is not asked here: a share that is away for an hour must not keep the school from starting.</remarks>
internal sealed class BackupOptionsValidator : IValidateOptions<BackupOptions>
{
    public ValidateOptionsResult Validate(string? name, BackupOptions options) =>
        options.Second is { } second && string.Equals(second, options.FolderOr(""), StringComparison.Ordinal)
            ? ValidateOptionsResult.Fail($"{BackupOptions.Section}:{nameof(BackupOptions.SecondFolder)} is the first folder. Name another, on another disk.")
            : ValidateOptionsResult.Success;
}
