using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>What a tool call asks for beyond the sandbox of its turn (<c>protocol/src/models.rs</c>).</summary>
[JsonConverter(typeof(SandboxPermissionsConverter))]
public sealed class SandboxPermissions : WireName
{
    private SandboxPermissions(string value)
        : base(value)
    {
    }

    /// <summary>Nothing: the sandbox of the turn.</summary>
    public static SandboxPermissions UseDefault { get; } = new("use_default");

    /// <summary>To run outside of the sandbox.</summary>
    public static SandboxPermissions RequireEscalated { get; } = new("require_escalated");

    /// <summary>To stay in a sandbox that is wider for this one command.</summary>
    public static SandboxPermissions WithAdditionalPermissions { get; } = new("with_additional_permissions");

    /// <summary>The value for a wire word, or null when there is none.</summary>
    public static SandboxPermissions? Find(string? text) => text switch
    {
        "use_default" => UseDefault,
        "require_escalated" => RequireEscalated,
        "with_additional_permissions" => WithAdditionalPermissions,
        _ => null,
    };
}
