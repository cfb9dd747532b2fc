using System.Text.Json;
using Codex.Formats.Json.Shapes;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Shapes and members that the arguments of several tools share.</summary>
internal static class ArgumentShapes
{
    internal static JsonShape SandboxPermissions { get; } =
        JsonShape.OneOf("use_default", "require_escalated", "with_additional_permissions");

    /// <summary>A string member; null when missing or null.</summary>
    internal static string? Text(this JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A boolean member; null when missing or null.</summary>
    internal static bool? Flag(this JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.GetBoolean() : null;

    /// <summary>A whole number; null when missing or null.</summary>
    internal static ulong? Number(this JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.GetUInt64() : null;
}
