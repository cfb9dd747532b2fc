using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Formats.Json.Shapes;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ShellCommand;

/// <summary>The arguments of <c>shell_command</c>.</summary>
internal sealed record ShellCommandArguments(string Command, string? WorkingDirectory, bool? Login, ulong? TimeoutMilliseconds, PermissionRequest Permissions, JsonElement Root)
{
    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "ShellCommandToolCallParams",
        new("command", JsonShape.Text),
        new("workdir", JsonShape.Text, JsonFieldPresence.Nullable),
        new("login", JsonShape.Boolean, JsonFieldPresence.Nullable),
        new("timeout_ms", JsonShape.UInt64, JsonFieldPresence.Nullable) { Alias = "timeout" },
        new("sandbox_permissions", ArgumentShapes.SandboxPermissions, JsonFieldPresence.Nullable),
        new("prefix_rule", JsonShape.ListOf(JsonShape.Text), JsonFieldPresence.Nullable),
        new(AdditionalPermissionsArgument.Name, AdditionalPermissionsArgument.Shape, JsonFieldPresence.Nullable),
        new("justification", JsonShape.Text, JsonFieldPresence.Nullable));

    internal static bool TryParse(string json, [NotNullWhen(true)] out ShellCommandArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        var fits = JsonShapeCheck.TryParse(json, s_shape, out var root, out error);
        arguments = fits ? Read(root) : null;
        return fits;
    }

    private static ShellCommandArguments Read(JsonElement root) => new(
        root.GetProperty("command").GetString()!,
        root.Text("workdir"),
        root.Flag("login"),
        root.Number("timeout_ms") ?? root.Number("timeout"),
        PermissionRequest.Read(root),
        root);
}
