using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Engine.Compaction;
using Codex.Protocol.Permissions;

namespace Codex.Engine;

/// <summary>The <c>x-codex-turn-metadata</c> header: one line of ASCII JSON about the turn.</summary>
internal static class TurnMetadata
{
    /// <summary>Writes the header's value; members in the original's order.</summary>
    /// <param name="session">The thread.</param>
    /// <param name="task">What runs; null for a connection that is made ahead of the first turn.</param>
    /// <param name="compaction">Why the request asks for a summary; null for an ordinary one.</param>
    public static string Write(Session session, SessionTask? task, CompactionCause? compaction)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        // The default encoder escapes everything outside ASCII, which is what a header needs.
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("session_id"u8, session.SessionId);
            writer.WriteString("thread_id"u8, session.ThreadId);
            WriteOrigin(writer, session);
            writer.WriteString("thread_source"u8, session.ThreadSource);
            writer.WriteString("turn_id"u8, task?.Id ?? "");
            if (task is not null)
                WriteWorkspaces(writer, session, task.WorkspaceHasChanges);
            writer.WriteString("sandbox"u8, SandboxLabel(session.Options.PermissionProfile));
            if (task is not null)
                writer.WriteNumber("turn_started_at_unix_ms"u8, task.StartedAt.ToUnixTimeMilliseconds());
            writer.WriteString("request_kind"u8, Kind(task, compaction));
            writer.WriteString("window_id"u8, $"{session.ThreadId}:{session.WindowNumber}");
            WriteCompaction(writer, compaction);
            writer.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    private static void WriteOrigin(Utf8JsonWriter writer, Session session)
    {
        if (session.Origin is not { } origin)
            return;
        writer.WriteString("forked_from_thread_id"u8, origin.ParentThreadId);
        writer.WriteString("parent_thread_id"u8, origin.ParentThreadId);
        writer.WriteString("subagent_kind"u8, origin.Kind);
    }

    private static string Kind(SessionTask? task, CompactionCause? compaction) => (task, compaction) switch
    {
        (null, _) => "prewarm",
        (_, null) => "turn",
        _ => "compaction",
    };

    private static void WriteCompaction(Utf8JsonWriter writer, CompactionCause? cause)
    {
        if (cause is null)
            return;
        writer.WriteStartObject("compaction"u8);
        writer.WriteString("trigger"u8, cause.Trigger);
        writer.WriteString("reason"u8, cause.Reason);
        writer.WriteString("implementation"u8, cause.Implementation);
        writer.WriteString("phase"u8, cause.Phase);
        writer.WriteString("strategy"u8, "memento"u8);
        writer.WriteEndObject();
    }

    private static string SandboxLabel(PermissionProfile profile) => profile switch
    {
        PermissionProfile.External => "external",
        PermissionProfile.Managed { FileSystem: ManagedFileSystemPermissions.Restricted } when OperatingSystem.IsLinux() => "seccomp",
        PermissionProfile.Managed { FileSystem: ManagedFileSystemPermissions.Restricted } when OperatingSystem.IsMacOS() => "seatbelt",
        _ => "none",
    };

    private static void WriteWorkspaces(Utf8JsonWriter writer, Session session, bool? hasChanges)
    {
        if (session.Repository.Value is not { } repository)
            return;
        writer.WriteStartObject("workspaces"u8);
        writer.WriteStartObject(repository.Root);
        if (repository.RemoteUrls.Count > 0)
        {
            writer.WriteStartObject("associated_remote_urls"u8);
            foreach (var (name, url) in repository.RemoteUrls)
                writer.WriteString(name, url);
            writer.WriteEndObject();
        }

        if (repository.CommitHash is { } hash)
            writer.WriteString("latest_git_commit_hash"u8, hash);
        if (hasChanges is { } changed)
            writer.WriteBoolean("has_changes"u8, changed);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
