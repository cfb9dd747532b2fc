using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>When the user is asked (<c>protocol/src/protocol.rs</c>). Compare with the static values; only <see cref="Granular"/> carries data.</summary>
[JsonConverter(typeof(AskForApprovalConverter))]
public sealed record AskForApproval
{
    private AskForApproval(string name) => Name = name;

    /// <summary>Everything but known-safe commands asks.</summary>
    public static AskForApproval UnlessTrusted { get; } = new("untrusted");

    /// <summary>Asks after a sandbox denial; deprecated.</summary>
    public static AskForApproval OnFailure { get; } = new("on-failure");

    /// <summary>The model asks for escalation when it needs it; the default.</summary>
    public static AskForApproval OnRequest { get; } = new("on-request");

    /// <summary>Nobody is asked; failures go back to the model.</summary>
    public static AskForApproval Never { get; } = new("never");

    /// <summary>The word shown to users and, unless granular, written on the wire.</summary>
    public string Name { get; }

    /// <summary>Which classes of requests are shown; null unless this is the granular policy.</summary>
    public GranularApprovalConfig? Granular { get; private init; }

    /// <summary>The granular policy.</summary>
    public static AskForApproval ForGranular(GranularApprovalConfig config) => new("granular") { Granular = config };

    /// <summary>The policy without data for a wire word, or null when there is none.</summary>
    public static AskForApproval? Find(string? text) => text switch
    {
        "untrusted" => UnlessTrusted,
        "on-failure" => OnFailure,
        "on-request" => OnRequest,
        "never" => Never,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
