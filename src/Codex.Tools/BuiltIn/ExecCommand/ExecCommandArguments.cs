using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Execution.Sessions;
using Codex.Formats.Json.Shapes;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ExecCommand;

/// <summary>The arguments of <c>exec_command</c>.</summary>
internal sealed record ExecCommandArguments(
    string Command,
    string? WorkingDirectory,
    string? Shell,
    bool? Login,
    bool Terminal,
    ulong YieldMilliseconds,
    ulong? MaximumTokens,
    PermissionRequest Permissions,
    JsonElement Root)
{
    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "ExecCommandEnvironmentArgs",
        new("cmd", JsonShape.Text),
        new("workdir", JsonShape.Text, JsonFieldPresence.Nullable),
        new("shell", JsonShape.Text, JsonFieldPresence.Nullable),
        new("login", JsonShape.Boolean, JsonFieldPresence.Nullable),
        new("tty", JsonShape.Boolean, JsonFieldPresence.Defaulted),
        new("yield_time_ms", JsonShape.UInt64, JsonFieldPresence.Defaulted),
        new("max_output_tokens", JsonShape.Size, JsonFieldPresence.Nullable),
        new("sandbox_permissions", ArgumentShapes.SandboxPermissions, JsonFieldPresence.Defaulted),
        new(AdditionalPermissionsArgument.Name, AdditionalPermissionsArgument.Shape, JsonFieldPresence.Nullable),
        new("justification", JsonShape.Text, JsonFieldPresence.Nullable),
        new("prefix_rule", JsonShape.ListOf(JsonShape.Text), JsonFieldPresence.Nullable));

    internal static bool TryParse(string json, [NotNullWhen(true)] out ExecCommandArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        var fits = JsonShapeCheck.TryParse(json, s_shape, out var root, out error);
        arguments = fits ? Read(root) : null;
        return fits;
    }

    private static ExecCommandArguments Read(JsonElement root) => new(
        root.GetProperty("cmd").GetString()!,
        root.Text("workdir"),
        root.Text("shell"),
        root.Flag("login"),
        root.Flag("tty") ?? false,
        root.Number("yield_time_ms") ?? YieldTimes.DefaultStartMilliseconds,
        root.Number("max_output_tokens"),
        PermissionRequest.Read(root),
        root);
}
