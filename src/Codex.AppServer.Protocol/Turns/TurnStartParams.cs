using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Threads;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>Parameters of <c>turn/start</c>; null settings keep the thread's.</summary>
public sealed record TurnStartParams
{
    /// <summary>The thread.</summary>
    public required string ThreadId { get; init; }

    /// <summary>What the user gives; not empty.</summary>
    public required ImmutableArray<UserInput> Input { get; init; }

    /// <summary>The client's own id of the message; repeated in its item.</summary>
    public string? ClientUserMessageId { get; init; }

    /// <summary>What the model is told beside the input, by key.</summary>
    public ImmutableDictionary<string, AdditionalContextEntry>? AdditionalContext { get; init; }

    /// <summary>Working directory from this turn on.</summary>
    public string? Cwd { get; init; }

    /// <summary>When to ask the user, from this turn on.</summary>
    public AskForApproval? ApprovalPolicy { get; init; }

    /// <summary>Who answers approval requests, from this turn on.</summary>
    public ApprovalsReviewer? ApprovalsReviewer { get; init; }

    /// <summary>Model slug from this turn on.</summary>
    public string? Model { get; init; }

    /// <summary>Reasoning effort from this turn on.</summary>
    public string? Effort { get; init; }

    /// <summary>Directories that <c>:workspace</c> stands for, from this turn on.</summary>
    public ImmutableArray<string>? RuntimeWorkspaceRoots { get; init; }

    /// <summary>What commands may touch, from this turn on.</summary>
    [JsonConverter(typeof(SandboxPolicyWireConverter))]
    public SandboxPolicy? SandboxPolicy { get; init; }

    /// <summary>Reasoning summary style from this turn on.</summary>
    public string? Summary { get; init; }

    /// <summary>Service tier from this turn on; an explicit null asks for the standard one.</summary>
    [JsonConverter(typeof(ChangeConverter))]
    public Change<string>? ServiceTier { get; init; }

    /// <summary>Personality from this turn on.</summary>
    public string? Personality { get; init; }

    /// <summary>How user and agent work together from this turn on; goes before <see cref="Model"/> and <see cref="Effort"/>.</summary>
    public CollaborationMode? CollaborationMode { get; init; }

    /// <summary>JSON schema that the final answer must follow, for this turn only.</summary>
    public JsonElement? OutputSchema { get; init; }
}
