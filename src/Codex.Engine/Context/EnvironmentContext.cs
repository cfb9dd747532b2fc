using System.Collections.Immutable;
using System.Text;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Engine.Context;

/// <summary>
/// The <c>environment_context</c> fragment: where the model works and what it may touch there
/// (<c>codex-rs/core/src/context/environment_context.rs</c>).
/// </summary>
internal sealed record EnvironmentContext
{
    /// <summary>Working directory; null leaves directory and shell out.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Name of the user's shell.</summary>
    public required string Shell { get; init; }

    /// <summary>Local date.</summary>
    public string? CurrentDate { get; init; }

    /// <summary>Time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>Roots of the workspace.</summary>
    public required ImmutableArray<string> WorkspaceRoots { get; init; }

    /// <summary>What may be touched.</summary>
    public required PermissionProfile PermissionProfile { get; init; }

    /// <summary>The whole fragment of a first turn.</summary>
    public static EnvironmentContext Of(TurnContextItem context, string shell) => new()
    {
        WorkingDirectory = context.Cwd,
        Shell = shell,
        CurrentDate = context.CurrentDate,
        Timezone = context.Timezone,
        WorkspaceRoots = context.WorkspaceRoots ?? [context.Cwd],
        PermissionProfile = context.PermissionProfile ?? PermissionProfiles.FromLegacy(context.SandboxPolicy),
    };

    /// <summary>The fragment of a later turn, or null when nothing changed: the directory only when it moved, the rest always.</summary>
    public static EnvironmentContext? Change(TurnContextItem before, TurnContextItem after, string shell)
    {
        var old = Of(before, shell);
        var current = Of(after, shell);
        if (old.SameAs(current))
            return null;
        return old.WorkingDirectory == current.WorkingDirectory ? current with { WorkingDirectory = null } : current;
    }

    /// <summary>The fragment's text.</summary>
    public string Render()
    {
        var text = new StringBuilder("<environment_context>\n");
        if (WorkingDirectory is { } directory)
        {
            AppendLine(text, "cwd", directory);
            AppendLine(text, "shell", Shell);
        }

        if (CurrentDate is { } date)
            AppendLine(text, "current_date", date);
        if (Timezone is { } timezone)
            AppendLine(text, "timezone", timezone);
        text.Append("  ");
        FileSystemContext.Append(text, PermissionProfile.WithWorkspaceRoots(WorkspaceRoots), WorkspaceRoots);
        return text.Append("\n</environment_context>").ToString();
    }

    private bool SameAs(EnvironmentContext other) =>
        WorkingDirectory == other.WorkingDirectory
        && CurrentDate == other.CurrentDate
        && Timezone == other.Timezone
        && WorkspaceRoots.SequenceEqual(other.WorkspaceRoots)
        && PermissionProfile == other.PermissionProfile;

    private static void AppendLine(StringBuilder text, string name, string value) =>
        text.Append("  <").Append(name).Append('>').Append(value).Append("</").Append(name).Append(">\n");
}
