using Codex.Configuration.Features;
using Codex.Configuration.Sections;

namespace Codex.Configuration;

/// <summary>Checks the limits of sub-agents and fills in their defaults.</summary>
internal static class AgentLimits
{
    private const long LongestWait = 3_600_000;
    private const string Prefix = "features.multi_agent_v2.";

    private static readonly string[] s_reservedNamespaces =
    [
        "api_tool", "browser", "computer", "container", "file_search", "functions", "image_gen", "multi_tool_use", "python",
        "python_user_visible", "submodel_delegator", "terminal", "tool_search", "web",
    ];

    public static EffectiveAgents Create(ConfigSettings settings, FeatureSet features)
    {
        var newer = settings.Features?.MultiAgentV2 ?? new MultiAgentV2Feature();
        CheckNewer(newer);
        var isNewer = features.IsEnabled(FeatureKeys.MultiAgentV2);
        if (isNewer && settings.Agents?.MaxThreads is not null)
            throw Fail("agents.max_threads cannot be set when multi_agent_v2 is enabled");
        var threads = isNewer ? (newer.MaxConcurrentThreadsPerSession ?? 4) - 1 : settings.Agents?.MaxThreads ?? 6;
        if (!isNewer && threads == 0)
            throw Fail("agents.max_threads must be at least 1");
        var depth = settings.Agents?.MaxDepth ?? 1;
        if (depth < 1)
            throw Fail("agents.max_depth must be at least 1");
        if (settings.Agents?.JobMaxRuntimeSeconds == 0)
            throw Fail("agents.job_max_runtime_seconds must be at least 1");
        return new EffectiveAgents(threads, depth, settings.Agents?.JobMaxRuntimeSeconds, settings.Agents?.InterruptMessage ?? true, newer);
    }

    private static ConfigException Fail(string message) => new(ConfigStage.Build, message);

    private static void CheckNewer(MultiAgentV2Feature settings)
    {
        if (settings.MaxConcurrentThreadsPerSession == 0)
            throw Fail(Prefix + "max_concurrent_threads_per_session must be at least 1");
        var minimum = CheckWait("min_wait_timeout_ms", settings.MinWaitTimeoutMs ?? 10_000);
        var maximum = CheckWait("max_wait_timeout_ms", settings.MaxWaitTimeoutMs ?? LongestWait);
        var usual = CheckWait("default_wait_timeout_ms", settings.DefaultWaitTimeoutMs ?? 30_000);
        if (minimum > maximum)
            throw Fail($"{Prefix}min_wait_timeout_ms must be at most {Prefix}max_wait_timeout_ms");
        if (usual < minimum)
            throw Fail($"{Prefix}default_wait_timeout_ms must be at least {Prefix}min_wait_timeout_ms");
        if (usual > maximum)
            throw Fail($"{Prefix}default_wait_timeout_ms must be at most {Prefix}max_wait_timeout_ms");
        if (settings.ToolNamespace is { } name && NamespaceFault(name) is { } fault)
            throw Fail($"{Prefix}tool_namespace {fault}");
    }

    private static long CheckWait(string key, long value) => value switch
    {
        < 0 => throw Fail($"{Prefix}{key} must be at least 0"),
        > LongestWait => throw Fail($"{Prefix}{key} must be at most 3600000"),
        _ => value,
    };

    private static string? NamespaceFault(string name)
    {
        if (name.Length == 0)
            return "must not be empty";
        if (name.Trim() != name)
            return "must not have leading or trailing whitespace";
        if (!name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            return "must match ^[a-zA-Z0-9_-]+$";
        if (name.Length > 64)
            return "must be at most 64 characters";
        return name == "mcp" || name.StartsWith("mcp__", StringComparison.Ordinal) || s_reservedNamespaces.Contains(name)
            ? $"uses a reserved namespace: {name}"
            : null;
    }
}
