using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Editing;
using Codex.Configuration.Features;

namespace Codex.Cli.Commands.Features;

/// <summary><c>codex features enable</c> and <c>disable</c>.</summary>
internal static class FeatureSwitchCommand
{
    /// <summary>The argument that names the feature.</summary>
    public const string Feature = "FEATURE";

    /// <summary>Switches a feature on.</summary>
    public static Task<int> EnableAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var key = Set(command, program, enabled: true);
        StandardOutput.Write($"Enabled feature `{key}` in config.toml.\n");
        if (FeatureCatalog.FindCurrent(key) is { Stage: FeatureStage.UnderDevelopment })
            StandardError.Write(UnfinishedWarning(key, CommandConfiguration.FilePath(program)));
        return Task.FromResult(0);
    }

    /// <summary>Switches a feature off.</summary>
    public static Task<int> DisableAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var key = Set(command, program, enabled: false);
        StandardOutput.Write($"Disabled feature `{key}` in config.toml.\n");
        return Task.FromResult(0);
    }

    // Earlier names are written as they are given.
    private static string Set(ParsedCommand command, ProgramContext program, bool enabled)
    {
        var key = command.Argument(Feature)!;
        if (FeatureCatalog.Find(key) is null)
            throw new CommandFailure($"Error: Unknown feature flag: {key}");
        CommandConfiguration.Edit(program, document => FeatureEdits.Set(document, key, enabled), context: null);
        return key;
    }

    private static string UnfinishedWarning(string key, string path) =>
        $"Under-development features enabled: {key}. Such features are not finished and may change or fail. "
        + $"`suppress_unstable_features_warning = true` in {path} hides this warning.\n";
}
