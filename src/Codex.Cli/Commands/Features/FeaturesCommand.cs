using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Features;

namespace Codex.Cli.Commands.Features;

/// <summary><c>codex features list</c>.</summary>
internal static class FeaturesCommand
{
    /// <summary>Prints every feature with stage and state, in columns.</summary>
    public static Task<int> ListAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var features = Load(command, program);
        var nameWidth = FeatureCatalog.All.Max(static feature => feature.Key.Length);
        var stageWidth = FeatureCatalog.All.Max(static feature => feature.StageText.Length);
        var text = new StringBuilder();
        foreach (var feature in FeatureCatalog.All.OrderBy(static feature => feature.Key, StringComparer.Ordinal))
        {
            text.Append(feature.Key.PadRight(nameWidth)).Append("  ")
                .Append(feature.StageText.PadRight(stageWidth)).Append("  ")
                .Append(features.IsEnabled(feature.Key) ? "true\n" : "false\n");
        }

        using var output = StandardStreams.OpenOutput();
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        return Task.FromResult(0);
    }

    private static FeatureSet Load(ParsedCommand command, ProgramContext program)
    {
        try
        {
            return ConfigLoader.Load(new ConfigLoadRequest
            {
                Host = program.Host,
                CodexHome = program.CodexHome,
                WorkingDirectory = program.Host.CurrentDirectory,
                Overrides = command.Flag("search") ? [.. command.Values("config"), "web_search=\"live\""] : command.Values("config"),
                EnabledFeatures = command.Values("enable"),
                DisabledFeatures = command.Values("disable"),
            }).Effective.Features;
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }
}
