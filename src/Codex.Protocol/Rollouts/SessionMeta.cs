using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Rollouts;

/// <summary>The first line of a rollout (<c>SessionMetaLine</c>).</summary>
public sealed record SessionMeta
{
    /// <summary>The thread.</summary>
    public required string Id { get; init; }

    /// <summary>The thread this one was forked from.</summary>
    public string? ForkedFromId { get; init; }

    /// <summary>Creation time, RFC 3339 UTC with milliseconds.</summary>
    public required string Timestamp { get; init; }

    /// <summary>Working directory at the start.</summary>
    public required string Cwd { get; init; }

    /// <summary>Which client started the thread, for example <c>codex_exec</c>.</summary>
    public required string Originator { get; init; }

    /// <summary>Version of the program that started the thread.</summary>
    public required string CliVersion { get; init; }

    /// <summary>A string such as <c>exec</c>, or an object for sub-agents and custom sources.</summary>
    public JsonElement Source { get; init; }

    /// <summary><c>user</c>, <c>subagent</c> or <c>memory_consolidation</c>.</summary>
    public string? ThreadSource { get; init; }

    /// <summary>Name of a sub-agent.</summary>
    public string? AgentNickname { get; init; }

    /// <summary>Role of a sub-agent.</summary>
    public string? AgentRole { get; init; }

    /// <summary>Path of a sub-agent.</summary>
    public string? AgentPath { get; init; }

    /// <summary>Provider key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ModelProvider { get; init; }

    /// <summary>The instructions of the first turn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public BaseInstructions? BaseInstructions { get; init; }

    /// <summary>Tools that the client brought.</summary>
    public JsonElement? DynamicTools { get; init; }

    /// <summary><c>disabled</c> when the thread must not feed memories.</summary>
    public string? MemoryMode { get; init; }

    /// <summary>The repository at the start.</summary>
    public GitInfo? Git { get; init; }
}
