using System.Collections.Immutable;
using System.Text.Json;
using Codex.Execution.Approvals;
using Codex.Execution.Policy.Rules;
using Codex.Formats.Bash;
using Codex.Protocol.AutoReviews;
using Codex.Tools.Approvals;

namespace Codex.Engine.AutoReviews;

/// <summary>Describes questions to the reviewer (<c>codex-rs/core/src/guardian/approval_request.rs</c>).</summary>
internal static class ReviewRequests
{
    /// <summary>A command.</summary>
    public static ReviewRequest Of(CommandApproval asked) => new(
        asked.CallId,
        new ReviewedAction.Command(
            asked.IsSession ? ReviewedCommandSource.UnifiedExec : ReviewedCommandSource.Shell, ShellQuoting.Join(asked.Command), asked.WorkingDirectory),
        asked.Reason,
        ReviewRequest.WriteJson(writer =>
        {
            writer.WriteString("tool"u8, asked.IsSession ? "exec_command" : "shell");
            WriteList(writer, "command", asked.Command);
            writer.WriteString("cwd"u8, asked.WorkingDirectory);
            writer.WriteString("sandbox_permissions"u8, asked.Requested.Value);
            if (asked.AdditionalPermissions is { } additional)
            {
                writer.WritePropertyName("additional_permissions"u8);
                additional.WriteTo(writer);
            }

            if (asked.Justification is { } justification)
                writer.WriteString("justification"u8, justification);
            if (asked.IsSession)
                writer.WriteBoolean("tty"u8, asked.HasTerminal);
        }));

    /// <summary>A patch.</summary>
    public static ReviewRequest Of(PatchApproval asked) => new(
        asked.CallId,
        new ReviewedAction.ApplyPatch(asked.WorkingDirectory, asked.Files),
        asked.Reason,
        ReviewRequest.WriteJson(writer =>
        {
            writer.WriteString("tool"u8, "apply_patch"u8);
            writer.WriteString("cwd"u8, asked.WorkingDirectory);
            WriteList(writer, "files", asked.Files);
            writer.WriteString("patch"u8, asked.Patch);
        }));

    /// <summary>A request for permissions.</summary>
    public static ReviewRequest Of(PermissionsApproval asked, string turnId) => new(
        asked.CallId,
        new ReviewedAction.RequestPermissions(asked.Reason, asked.Permissions),
        RetryReason: null,
        ReviewRequest.WriteJson(writer =>
        {
            writer.WriteString("tool"u8, "request_permissions"u8);
            writer.WriteString("turn_id"u8, turnId);
            if (asked.Reason is { } reason)
                writer.WriteString("reason"u8, reason);
            writer.WritePropertyName("permissions"u8);
            asked.Permissions.WriteTo(writer);
        }));

    /// <summary>A network access.</summary>
    public static ReviewRequest Of(NetworkApprovalRequest asked, string target)
    {
        var protocol = asked.Protocol.Spell();
        return new ReviewRequest(
            TargetItemId: null,
            new ReviewedAction.NetworkAccess(target, asked.Host, protocol, asked.Port),
            RetryReason: null,
            ReviewRequest.WriteJson(writer =>
            {
                writer.WriteString("tool"u8, "network_access"u8);
                writer.WriteString("target"u8, target);
                writer.WriteString("host"u8, asked.Host);
                writer.WriteString("protocol"u8, protocol);
                writer.WriteNumber("port"u8, asked.Port);
            }));
    }

    private static void WriteList(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
