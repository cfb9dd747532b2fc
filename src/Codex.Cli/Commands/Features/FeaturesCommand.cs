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

        StandardOutput.Write(text.ToString());
        return Task.FromResult(0);
    }

    private static FeatureSet Load(ParsedCommand command, ProgramContext program)
    {
        try
        {
            return CommandConfiguration.Load(command, program, profile: null).Effective.Features;
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }
}
