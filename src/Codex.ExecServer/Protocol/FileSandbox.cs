using System.Text.Json.Serialization;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Protocol;

/// <summary>What a file operation may touch (<c>file-system/src/lib.rs</c>).</summary>
internal sealed record FileSandbox
{
    /// <summary>The permissions.</summary>
    [JsonConverter(typeof(SandboxPermissionsConverter))]
    public required PermissionProfile Permissions { get; init; }

    /// <summary>What relative patterns and named workspace roots refer to; needed only when there are such.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cwd { get; init; }

    /// <summary>The kind of sandbox on Windows.</summary>
    public required string WindowsSandboxLevel { get; init; }

    /// <summary>Whether a sandboxed program gets a desktop of its own on Windows.</summary>
    public bool WindowsSandboxPrivateDesktop { get; init; }

    /// <summary>Whether Landlock is to be used instead of namespaces.</summary>
    public bool UseLegacyLandlock { get; init; }
}
