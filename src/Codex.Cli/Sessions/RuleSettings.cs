using System.Collections.Immutable;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Layers;
using Codex.Configuration.Requirements;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Amendments;
using Codex.Execution.Policy.Rules.Loading;

namespace Codex.Cli.Sessions;

/// <summary>Reads the rules about commands that belong to a configuration.</summary>
internal static class RuleSettings
{
    /// <summary>The rules of every layer in use, and where approvals are added.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="ignoresOwn">Whether the rules of user and project are left out.</param>
    /// <exception cref="CommandFailure">A file cannot be used.</exception>
    public static CommandRulesStore Read(LoadedConfig config, bool ignoresOwn)
    {
        try
        {
            var folders = config.Stack.Active.Where(layer => !ignoresOwn || layer.Kind is ConfigLayerKind.System).Select(FolderOf).OfType<string>();
            var file = Path.Join(config.Effective.CodexHome, RuleFiles.DirectoryName, RuleFiles.DefaultFileName);
            var rules = RuleFiles.Load(folders.Distinct(StringComparer.Ordinal));
            return new CommandRulesStore(Demanded(config.Effective.Requirements).Aggregate(rules, static (known, rule) => known.With(rule)), file);
        }
        catch (RulesException exception)
        {
            throw new CommandFailure($"Error loading rules:\n{exception.Message}");
        }
    }

    /// <summary>The rules of administrators: they only ever ask or forbid.</summary>
    private static IEnumerable<PrefixRule> Demanded(ConfigRequirements requirements)
    {
        foreach (var rule in requirements.Rules?.Value ?? [])
        {
            ImmutableArray<ImmutableArray<string>> pattern = [.. rule.Pattern.Select(static token => token.Alternatives.ToImmutableArray())];
            var decision = RuleDecisionText.Parse(rule.Decision!)!.Value;
            foreach (var program in pattern[0])
            {
                yield return new PrefixRule(program, pattern[1..], decision, rule.Justification);
            }
        }
    }

    private static string? FolderOf(ConfigLayer layer) => layer.Kind switch
    {
        ConfigLayerKind.System or ConfigLayerKind.User or ConfigLayerKind.Project => Path.GetDirectoryName(layer.File),
        _ => null,
    };
}
