using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Codex.Execution;
using Codex.Execution.Sessions;
using Codex.Formats.Json.Shapes;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ExecCommand;

/// <summary>The arguments of <c>exec_command</c>.</summary>
internal sealed record ExecCommandArguments(
    string Command,
    string? WorkingDirectory,
    string? EnvironmentId,
    string? Shell,
    bool? Login,
    bool Terminal,
    ulong YieldMilliseconds,
    ulong? MaximumTokens,
    PermissionRequest Permissions,
    JsonElement Root)
{
    // The text is looked through for this first: what is no JSON at all is told before what does not fit.
    private static readonly JsonShape s_environment = JsonShape.RecordOf(
        "ExecCommandEnvironmentArgs", new JsonField(EnvironmentArgument.Name, JsonShape.Text, JsonFieldPresence.Nullable));

    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "ExecCommandArgs",
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

    /// <summary>Reads the arguments; the error is what the model is told.</summary>
    internal static bool TryParse(string json, ExecutionEnvironments environments, [NotNullWhen(true)] out ExecCommandArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        error = JsonShapeCheck.TryParse(json, s_environment, out var root, out var unreadable)
            ? EnvironmentArgument.WhyNot(root, environments)
            : Describe(unreadable);
        error ??= JsonShapeCheck.Verify(Encoding.UTF8.GetBytes(json), s_shape) is { } misfit ? Describe(misfit) : null;
        arguments = error is null ? Read(root) : null;
        return arguments is not null;
    }

    private static string Describe(string problem) => $"failed to parse function arguments: {problem}";

    private static ExecCommandArguments Read(JsonElement root) => new(
        root.GetProperty("cmd").GetString()!,
        root.Text("workdir"),
        root.Text(EnvironmentArgument.Name),
        root.Text("shell"),
        root.Flag("login"),
        root.Flag("tty") ?? false,
        root.Number("yield_time_ms") ?? YieldTimes.DefaultStartMilliseconds,
        root.Number("max_output_tokens"),
        PermissionRequest.Read(root),
        root);
}
