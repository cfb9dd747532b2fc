using System.Collections.Immutable;
using System.Text.Json;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>What a call says about the permissions of its command.</summary>
/// <param name="SandboxPermissions">What it asks for; null when it does not say.</param>
/// <param name="Prefix">The prefix that it wants to be proposed; empty when it names none.</param>
/// <param name="Justification">The question that it wants to be put to the user; null for none.</param>
internal sealed record PermissionRequest(string? SandboxPermissions, ImmutableArray<string> Prefix, string? Justification)
{
    /// <summary>Reads the members that the command tools share.</summary>
    internal static PermissionRequest Read(JsonElement root) => new(
        root.Text("sandbox_permissions"),
        root.TryGetProperty("prefix_rule", out var words) && words.ValueKind is JsonValueKind.Array
            ? [.. words.EnumerateArray().Select(static word => word.GetString()!)]
            : [],
        root.Text("justification"));
}
